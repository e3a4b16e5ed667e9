// Codes and typed lists end as their vectors say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { choose, shuffled } from "../../static/bredvid/room/shopping/choosing.js";
import { Reader } from "../../static/bredvid/room/shopping/reading.js";
import { runCode, runLine } from "./vectors-of-lists.js";

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf-8"));
const reader = new Reader(read("../../static/a/d.json"));

for (const vector of read("../../vectors/code.json").vectors)
  test(`code: ${vector.name}`, async () => assert.equal(await runCode(vector), vector.expect));

for (const vector of read("../../vectors/list.json").vectors)
  test(`list: ${vector.name}`, async () => assert.equal(await runLine(vector, reader), vector.expect));

test("every written form is read as its own item", () => {
  const { items } = read("../../static/a/d.json");
  for (const [item, forms] of items.entries())
    for (const form of forms.flat()) assert.deepEqual([form, reader.piece(form).item], [form, item]);
});

test("nine are drawn, all different, and every item comes up", () => {
  const seen = new Set();
  for (let time = 0; time < 2000; time++) {
    const drawn = choose();
    assert.equal(new Set(drawn).size, 9);
    for (const item of drawn) seen.add(item);
  }
  assert.equal(seen.size, 640);
});

test("shuffling keeps everything", () => {
  const things = Array.from({ length: 24 }, (_, at) => at);
  assert.deepEqual(shuffled(things).sort((one, other) => one - other), things);
});
