// age's public vectors (C2SP CCTV): files of one X25519 identity, binary. What our rules take opens to the right
// bytes; everything else is rejected, the files that age takes and our rules do not (grease, more chunks) among it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { inflateSync } from "node:zlib";
import { bech32 } from "@scure/base";
import * as files from "cctv-age";
import { open } from "../../static/bredvid/room/protocol/age-files.js";
import { ends } from "./vectors.js";

const OURS = ["stream_empty_payload", "stream_last_chunk_full", "x25519", "x25519_multiple_recipients"];

/** The fields before the first empty line, and the file after it. */
function parsed(data) {
  const whole = Buffer.from(data);
  const end = whole.indexOf("\n\n");
  const fields = Object.fromEntries(whole.toString("latin1", 0, end).split("\n").map((line) => line.split(": ")));
  const rest = whole.subarray(end + 2);
  return { ...fields, file: Uint8Array.from(fields.compressed ? inflateSync(rest) : rest) };
}

const meant = Object.entries(files)
  .map(([name, data]) => [name, parsed(data)])
  .filter(([, { identity, armored }]) => identity?.startsWith("AGE-SECRET-KEY-1") && !armored);

for (const [name, { identity, file, payload }] of meant)
  test(`cctv: ${name}`, async () => {
    const key = bech32.decodeToBytes(identity).bytes;
    const recipients = Buffer.from(file).toString("latin1").split("\n-> ").length - 1;
    let message = new Uint8Array();
    const found = await ends(async () => {
      message = await open(key, file, recipients);
    });
    assert.equal(found === "success", OURS.includes(name), found);
    if (found === "success") assert.equal(createHash("sha256").update(message).digest("hex"), payload);
  });

test("cctv: there is something to ask", () => assert.ok(meant.length > 60, `${meant.length}`));
