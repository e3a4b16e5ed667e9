// The other side of the tests of both implementations. `write N` writes random rooms; `read` says what each reader
// finds in rooms that the other side wrote. JSON on standard input and output.

import { readFileSync } from "node:fs";
import { epochBody, sealedEntry, showBody } from "../../static/bredvid/room/protocol/contents.js";
import { toHex } from "../../static/bredvid/room/protocol/encoding.js";
import * as entries from "../../static/bredvid/room/protocol/entries.js";
import { recipientOf } from "../../static/bredvid/room/protocol/keys.js";
import { inOrder } from "../../static/bredvid/room/protocol/members.js";
import { Reader } from "../../static/bredvid/room/protocol/reader.js";
import { accepted, emptyRoom, present } from "../../static/bredvid/room/protocol/room-log.js";
import { publicKey } from "../../static/bredvid/room/protocol/signing.js";
import { bytes, outcomesOfBytes } from "./vectors.js";

const random = (length = 32) => crypto.getRandomValues(new Uint8Array(length));
const below = (limit) => Math.floor(Math.random() * limit);
const AT = "2026-11-23T21:40";

function person(role) {
  const [seed, identity] = [random(), random()];
  return { seed, identity, role, author: publicKey(seed), recipient: recipientOf(identity) };
}

/** A room with a random history, and all who took part. */
async function written() {
  const people = [person(0), ...Array.from({ length: 1 + below(3) }, () => person(1))];
  const room = { state: emptyRoom(random(16)), log: [], identities: new Map(), people };
  await begin(room, people[0], people.slice(0, 1));
  for (let step = 0; step < 6; step++) await stepOf(room);
  return room;
}

async function stepOf(room) {
  const [she, ...others] = room.people;
  const inside = present(room.state).map((member) => room.people.find((one) => toHex(one.author) === toHex(member.author)));
  if (room.state.left.length > 0) return begin(room, inside[below(inside.length)], inside);
  if (below(2) === 0) return say(room, inside[below(inside.length)], entries.MESSAGE);
  if (inside.length > 1 && below(3) === 0) return say(room, inside[1], entries.LEAVE);
  if (inside.length > 1 && below(2) === 0) return show(room, she, inside[1]);
  return begin(room, she, [she, ...others.filter(() => below(2))]);
}

async function begin(room, by, people) {
  const identity = random();
  const members = inOrder(people.map(({ role, author, recipient }) => ({ role, author, recipient })));
  const body = epochBody(identity, new Map(people.map((one) => [one.author, "Lyktan å"])), AT);
  await add(room, by, entries.EPOCH, { members, recipient: recipientOf(identity) }, body);
  room.identities.set(room.state.number, identity);
}

const say = (room, by, kind) => add(room, by, kind, room.state.epoch, { at: AT, text: `å "${"x".repeat(below(5000))}` });

const show = (room, by, to) => add(room, by, entries.SHOW, room.state.epoch, showBody(room.identities, AT), to);

async function add(room, by, kind, epoch, body, shown) {
  const { state } = room;
  const number = kind === entries.EPOCH ? state.number + 1 : state.number;
  const place = { room: state.room, epoch: number, sequence: state.sequence + 1, previous: state.head, author: by.author, kind };
  const entry = await sealedEntry(place, epoch, body, by.seed, shown);
  room.state = accepted(state, entry);
  room.log.push(entries.toBytes(entry));
}

/** What each reader finds in a room: outcome and body of each entry, read a second time when all epochs are known. */
async function found({ room, log, readers }) {
  const all = [];
  for (const identity of readers) {
    const reader = new Reader(bytes(room), bytes(identity));
    const read = [];
    for (const each of log) read.push(await reader.read(bytes(each)));
    const again = [];
    for (const { entry } of read) again.push(await reader.open(entry));
    all.push(again.map(({ outcome, body }) => [outcome, body]));
  }
  return all;
}

/** What each byte of a room's last entry ends with when it is changed. */
async function changed({ room, log, readers }) {
  const reader = new Reader(bytes(room), bytes(readers[0]));
  for (const each of log.slice(0, -1)) await reader.read(bytes(each));
  return outcomesOfBytes(reader, bytes(log.at(-1)));
}

const [task, number] = process.argv.slice(2);
const answer = [];
if (task === "write")
  for (let count = 0; count < Number(number); count++) {
    const { state, log, people } = await written();
    const room = { room: toHex(state.room), log: log.map(toHex), readers: people.map((one) => toHex(one.identity)) };
    answer.push({ ...room, found: await found(room) });
  }
else for (const room of JSON.parse(readFileSync(0, "utf-8"))) answer.push(await (task === "bytes" ? changed : found)(room));
process.stdout.write(JSON.stringify(answer));
