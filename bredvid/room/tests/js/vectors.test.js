// Every vector ends as it says, value by value.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { byNoble, byWasm, rootOf } from "../../static/bredvid/room/protocol/root.js";
import { bytes, run } from "./vectors.js";

const FILES = ["keys", "proof", "sign-in", "padding", "entries", "rooms", "fake"];
const read = (file) => JSON.parse(readFileSync(new URL(`../../vectors/${file}.json`, import.meta.url), "utf-8"));

for (const file of FILES) {
  const { given, vectors } = read(file);
  for (const vector of vectors)
    test(`${file}: ${vector.name}`, async () => {
      assert.equal(await run(file, vector, given, rootOf), vector.expect);
    });
}

test("WebAssembly makes root where it may, and noble makes the same", async () => {
  const [vector] = read("keys").vectors;
  const secret = bytes(vector.secret);
  const id = bytes(vector.deployment_id);
  const found = await rootOf(secret, id);
  assert.equal(found.wasm, true);
  const salt = new Uint8Array([...new TextEncoder().encode("bredvid.room/v1/argon2-salt\0"), ...id]);
  assert.deepEqual(await byNoble(secret, salt), found.root);
  assert.deepEqual(await byWasm(secret, salt), found.root);
});
