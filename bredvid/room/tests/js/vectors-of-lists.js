// Runs one vector of code.json or list.json and says how it ended. The same under node and in Chromium.

import { toHex } from "../../static/bredvid/room/protocol/encoding.js";
import * as canonical from "../../static/bredvid/room/shopping/canonical.js";
import { choose } from "../../static/bredvid/room/shopping/choosing.js";
import { fold } from "../../static/bredvid/room/shopping/folding.js";
import { bytes, ends } from "./vectors.js";

function same(vector, found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${vector.name}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

const CODES = {
  encode: (vector) => same(vector, toHex(canonical.codeOf(vector.items)), vector.canonical),
  decode: (vector) => same(vector, canonical.itemsOf(bytes(vector.canonical)), vector.items),
  word: (vector) => {
    const made = canonical.secret(vector.items, vector.typed);
    same(vector, [toHex(canonical.extraWord(vector.typed)), toHex(made)], [vector.word, vector.secret]);
  },
  draw: (vector) => {
    const stream = [...bytes(vector.stream)];
    same(vector, choose(vector.drawn.length, (length) => Uint8Array.from(stream.splice(0, length))), vector.drawn);
  },
};

/** How a vector of code.json ends. */
export const runCode = (vector) => ends(() => CODES[vector.kind](vector));

/** How a vector of list.json ends, read by the reader of a list. */
export function runLine(vector, reader) {
  return ends(() => {
    const { pieces, items, problems } = reader.read(vector.typed);
    const plain = ({ folded: _, ...piece }) => ({ item: null, ...piece });
    same(vector, pieces.map(ordered), vector.pieces.map(plain).map(ordered));
    same(vector, pieces.map(({ text }) => fold(text)), vector.pieces.map(({ folded }) => folded));
    same(vector, [items, problems], [vector.items, vector.problems]);
  });
}

const ordered = ({ text, answer, item }) => [text, answer, item ?? null];
