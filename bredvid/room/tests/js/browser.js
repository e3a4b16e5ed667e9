// All vectors in a browser: joined into one script that takes the place of her page's, under that page's own policy.

import list from "../../static/a/d.json";
import { rootSlowly } from "../../static/bredvid/room/protocol/slowly.js";
import { Reader } from "../../static/bredvid/room/shopping/reading.js";
import code from "../../vectors/code.json";
import entries from "../../vectors/entries.json";
import fake from "../../vectors/fake.json";
import keys from "../../vectors/keys.json";
import lines from "../../vectors/list.json";
import padding from "../../vectors/padding.json";
import proof from "../../vectors/proof.json";
import rooms from "../../vectors/rooms.json";
import signIn from "../../vectors/sign-in.json";
import { run } from "./vectors.js";
import { runCode, runLine } from "./vectors-of-lists.js";

const files = { keys, proof, "sign-in": signIn, padding, entries, rooms, fake };

const byWorker = (secret, deploymentId) => rootSlowly(document.documentElement.dataset.worker, { secret, deploymentId });

/** How many vectors there are, and those that end otherwise than they say. */
globalThis.vectors = async () => {
  const reader = new Reader(list);
  const all = [];
  for (const vector of code.vectors) all.push([`code: ${vector.name}`, vector.expect, await runCode(vector)]);
  for (const vector of lines.vectors) all.push([`list: ${vector.name}`, vector.expect, await runLine(vector, reader)]);
  for (const [file, { given, vectors }] of Object.entries(files))
    for (const vector of vectors)
      all.push([`${file}: ${vector.name}`, vector.expect, await run(file, vector, given, byWorker)]);
  return { number: all.length, wrong: all.filter(([, expected, found]) => expected !== found) };
};
