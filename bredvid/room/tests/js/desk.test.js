// The desk's keys and how it reads and writes a room, under node. The passkey needs a browser: tests/browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as keys from "../../static/bredvid/room/desk/keys.js";
import * as phrase from "../../static/bredvid/room/desk/phrase.js";
import { read, written } from "../../static/bredvid/room/desk/room.js";
import { WORDS } from "../../static/bredvid/room/desk/words.js";
import { epochBody, sealedEntry } from "../../static/bredvid/room/protocol/contents.js";
import { EPOCH, fromBytes, LEAVE, MESSAGE, toBytes } from "../../static/bredvid/room/protocol/entries.js";
import { recipientOf } from "../../static/bredvid/room/protocol/keys.js";
import { inOrder } from "../../static/bredvid/room/protocol/members.js";
import { Reader } from "../../static/bredvid/room/protocol/reader.js";
import { accepted, emptyRoom } from "../../static/bredvid/room/protocol/room-log.js";

const random = (length = 32) => crypto.getRandomValues(new Uint8Array(length));

/** A room in which she has let in desks, one message from her. */
async function roomWith(...desks) {
  const she = keys.newOrganisation();
  const room = { she, state: emptyRoom(random(16)), log: [] };
  await begun(room, [], 0);
  await begun(room, desks);
  await said(room, "hej");
  return room;
}

async function begun(room, desks) {
  const { she, state } = room;
  const identity = random();
  const members = [{ role: 0, author: she.author, recipient: she.recipient }].concat(
    desks.map(({ author, recipient }) => ({ role: 1, author, recipient })),
  );
  const epoch = { members: inOrder(members), recipient: recipientOf(identity) };
  add(room, await sealedEntry(place(state, she, EPOCH), epoch, epochBody(identity, new Map(), "2026-11-23T21:40"), she.sign));
}

async function said(room, text) {
  add(room, await sealedEntry(place(room.state, room.she, MESSAGE), room.state.epoch, { at: "2026-11-23T21:41", text }, room.she.sign));
}

const place = (state, by, kind) => ({
  room: state.room, epoch: state.number + (kind === EPOCH), sequence: state.sequence + 1, previous: state.head,
  author: by.author, kind,
});

function add(room, entry) {
  room.state = accepted(room.state, entry);
  room.log.push(toBytes(entry));
}

const lines = async (room, desk) =>
  (await read(room.state.room, room.log, desk)).lines.map(({ by, text, kind }) => [by, text, kind]);

test("a phrase has at least 77 bits, and its words are all different", () => {
  assert.equal(new Set(WORDS).size, WORDS.length);
  assert.ok(phrase.LENGTH * Math.log2(WORDS.length) >= 77);
  assert.ok(phrase.drawn().every((word) => WORDS.includes(word)));
  assert.notDeepEqual(phrase.drawn(), phrase.drawn());
});

test("every word is drawn", () => {
  const seen = new Set(Array.from({ length: 2_000 }, () => phrase.drawn()).flat());
  assert.equal(seen.size, WORDS.length);
});

test("what is typed of a phrase may have capitals, lines and commas", () => {
  const words = ["äpplen", "lingon", "kvarg"];
  assert.deepEqual(phrase.wordsOf(" Äpplen,\nlingon  KVARG. "), words);
  assert.deepEqual(phrase.wordsOf("äpplen".normalize("NFD")), ["äpplen"]);
  assert.deepEqual(phrase.unknown(["äpplen", "xyz"]), ["xyz"]);
});

test("a lock opens for its own key and for no other", async () => {
  const person = keys.newPerson();
  const wrap = keys.wrapKey(random(), "phrase");
  const file = await keys.locked(person, wrap);
  assert.equal(file.length, 712);
  assert.deepEqual((await keys.unlocked(file, wrap)).identity, person.identity);
  await assert.rejects(keys.unlocked(file, keys.wrapKey(random(), "phrase")), { outcome: "wrong-key" });
});

test("a phrase and a passkey that gave the same bytes would give different keys", () => {
  const secret = random();
  assert.notDeepEqual(keys.wrapKey(secret, "phrase"), keys.wrapKey(secret, "passkey"));
});

test("the organisation's identity opens for whom it was handed to, and must be the known one", async () => {
  const [one, other] = [keys.newPerson(), keys.newPerson()];
  const organisation = keys.newOrganisation();
  const file = await keys.handedTo(organisation, one.recipient);
  assert.deepEqual(await keys.organisationFrom(file, one, organisation), organisation);
  await assert.rejects(keys.organisationFrom(file, other, organisation), { outcome: "wrong-key" });
  await assert.rejects(keys.organisationFrom(file, one, keys.newOrganisation()), { outcome: "wrong-key" });
});

test("a fingerprint is the same for the same keys and another for others", () => {
  const { recipient } = keys.newPerson();
  assert.match(keys.fingerprint(recipient), /^\d{4}( \d{4}){7}$/);
  assert.equal(keys.fingerprint(recipient), keys.fingerprint(recipient));
  assert.notEqual(keys.fingerprint(recipient), keys.fingerprint(keys.newPerson().recipient));
});

test("the desk reads what she wrote, answers, and she reads the answer", async () => {
  const desk = keys.newOrganisation();
  const room = await roomWith(desk);
  const seen = await read(room.state.room, room.log, desk);
  assert.deepEqual([seen.member, seen.owed, seen.hidden], [true, false, 0]);
  for (const bytes of await written(seen.state, desk, { text: "vi finns här", name: "Jouren" })) room.log.push(bytes);
  assert.deepEqual(await lines(room, desk), [["she", "hej", MESSAGE], ["us", "vi finns här", MESSAGE]]);
  const reader = new Reader(room.state.room, room.she.open);
  const reads = [];
  for (const bytes of room.log) reads.push(await reader.read(bytes));
  assert.equal(reads.at(-1).body.text, "vi finns här");
  assert.equal(reads.at(-1).body.name, "Jouren");
});

test("when one desk has left, the other renews the key and answers in one batch", async () => {
  const [one, other] = [keys.newOrganisation(), keys.newOrganisation()];
  const room = await roomWith(one, other);
  let seen = await read(room.state.room, room.log, one);
  room.log.push(...(await written(seen.state, one, { text: "", name: "Ett", leaves: true })));
  seen = await read(room.state.room, room.log, other);
  assert.equal(seen.owed, true);
  const batch = await written(seen.state, other, { text: "kvar", name: "Två" });
  assert.deepEqual(batch.map((bytes) => fromBytes(bytes).place.kind), [EPOCH, MESSAGE]);
  room.log.push(...batch);
  assert.equal((await lines(room, other)).at(-1)[1], "kvar");
  // The one who left does not read on
  const after = await read(room.state.room, room.log, one);
  assert.deepEqual([after.member, after.hidden], [false, 1]);
  assert.equal(after.lines.at(-1).kind, LEAVE);
});

test("a desk that is no member can write nothing", async () => {
  const [desk, stranger] = [keys.newOrganisation(), keys.newOrganisation()];
  const room = await roomWith(desk);
  await assert.rejects(written(room.state, stranger, { text: "x", name: "" }), { outcome: "not-a-member" });
});

test("an entry changed by a byte ends the log", async () => {
  const desk = keys.newOrganisation();
  const room = await roomWith(desk);
  room.log[2][200] ^= 1;
  await assert.rejects(read(room.state.room, room.log, desk));
});
