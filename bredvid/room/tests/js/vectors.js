// Runs one vector and says how it ended, with every value on the way compared. The same under node and in Chromium.

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import * as ageFiles from "../../static/bredvid/room/protocol/age-files.js";
import { joined, toHex } from "../../static/bredvid/room/protocol/encoding.js";
import * as keys from "../../static/bredvid/room/protocol/keys.js";
import { derived, label0 } from "../../static/bredvid/room/protocol/labels.js";
import { Rejected } from "../../static/bredvid/room/protocol/outcomes.js";
import { IDENTITY, padded, unpadded } from "../../static/bredvid/room/protocol/padding.js";
import { checkProof, solve } from "../../static/bredvid/room/protocol/proof.js";
import { Reader } from "../../static/bredvid/room/protocol/reader.js";
import * as signIn from "../../static/bredvid/room/protocol/sign-in.js";
import { publicKey } from "../../static/bredvid/room/protocol/signing.js";

export const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Throws unless every named value is what the vector says. */
function equal(vector, found) {
  for (const [name, value] of Object.entries(found))
    if (value !== vector[name]) throw new Error(`${vector.name}: ${name} is ${value}, not ${vector[name]}`);
}

/** The class of outcome that a call ends with. */
export async function ends(call) {
  try {
    await call();
    return "success";
  } catch (error) {
    if (error instanceof Rejected) return error.outcome;
    throw error;
  }
}

/** Runs a vector of a file; gives what it ended with. `rootOf` is the worker's, or the module's own. */
export function run(file, vector, given, rootOf) {
  const runs = { keys: ofKeys, proof: ofProof, "sign-in": ofSignIn, padding: ofPadding, entries: ofEntries };
  return { ...runs, rooms: ofRooms, fake: ofFake }[file](vector, given, rootOf);
}

async function ofKeys(vector, _given, rootOf) {
  if (vector.held) return ofServer(vector);
  const { root } = await rootOf(bytes(vector.secret), bytes(vector.deployment_id));
  const { locator, signIn: seed, wrap } = keys.keysOf(root, bytes(vector.p));
  const found = { root, q: keys.pepperRequest(root), locator, locator_hash: keys.locatorHash(locator) };
  const more = { sign_in_seed: seed, sign_in_public: publicKey(seed), wrap };
  equal(vector, Object.fromEntries(Object.entries({ ...found, ...more }).map(([name, data]) => [name, toHex(data)])));
  equal(vector, { wrap_identity: keys.identityText(wrap) });
  return "success";
}

/** All that the server holds, alone and two by two, under every label: her keys are not among it. */
function ofServer(vector) {
  const held = Object.values(vector.held);
  const joined = [...held, ...held.flatMap((one) => held.map((other) => one + other))];
  const found = new Set(joined.flatMap((hex) => vector.labels.map((name) => toHex(derived(bytes(hex), name)))));
  const all = found.size === vector.derived.length && vector.derived.every((hex) => found.has(hex));
  if (!all) throw new Error("another set of values is derived");
  return vector.not_among.some((hex) => found.has(hex)) ? "success" : "wrong-key";
}

async function ofProof(vector) {
  const [nonce, q, proof] = [vector.nonce, vector.q, vector.proof].map(bytes);
  if (!isOurs(nonce, bytes(vector.nonce_key), vector.window)) return "old-nonce";
  if (vector.expect === "success" && toHex(solve(nonce, q)) !== vector.proof) throw new Error("another proof");
  return ends(() => checkProof(nonce, q, proof));
}

/** Says whether a server with this key gave the nonce in this window or the one before: she never can. */
function isOurs(nonce, key, window) {
  const head = nonce.subarray(0, 5);
  const made = hmac(sha256, key, joined(label0("pow-nonce"), head)).subarray(0, 16);
  const its = new DataView(head.buffer, 1, 4).getUint32(0);
  return toHex(nonce) === toHex(head) + toHex(made) && (its === window || its === window - 1);
}

async function ofSignIn(vector) {
  const [locator, nonce] = [bytes(vector.locator), bytes(vector.nonce)];
  const challenge = { origin: vector.origin, locator, nonce, expires: vector.expires };
  equal(vector, { signed: toHex(signIn.signedBytes(challenge)) });
  if (vector.expect === "success" && vector.seed)
    equal(vector, { signature: toHex(signIn.answer(bytes(vector.seed), challenge)) });
  return ends(() => signIn.check(bytes(vector.public), challenge, bytes(vector.signature)));
}

async function ofPadding(vector) {
  if ("payload" in vector) return ends(() => unpadded(bytes(vector.payload)));
  const content = new Uint8Array(vector.content_length).fill(0x61);
  const found = await ends(() => padded(content));
  if (found !== "success") return found;
  equal(vector, { size: padded(content).length });
  if (toHex(unpadded(padded(content))) !== toHex(content)) throw new Error("another content");
  return found;
}

async function ofFake(vector) {
  const fake = bytes(vector.fake);
  equal(vector, { true_length: fake.length });
  ageFiles.checkForm(fake, 1, IDENTITY);
  const found = await ends(() => ageFiles.open(new Uint8Array(32).fill(0x69), fake, 1));
  return found === "wrong-key" ? "success" : found;
}

async function ofEntries(vector, given) {
  const reader = new Reader(bytes(given.room), bytes(given.identity));
  for (const each of given.log) await reader.read(bytes(each));
  const entry = bytes(vector.entry);
  if (vector.expect === "rejected") return everyByte(reader, entry);
  return outcomeOf(reader, entry);
}

/** How an entry ends after what a reader has read. */
export async function outcomeOf(reader, data) {
  let outcome = null;
  const found = await ends(async () => {
    ({ outcome } = await reader.read(data));
  });
  return found === "success" ? outcome : found;
}

/** What each byte ends with, changed by exclusive or with 1. A changed entry is never taken: the reader stays there. */
export async function outcomesOfBytes(reader, whole) {
  const found = [];
  for (let at = 0; at < whole.length; at++) {
    const changed = Uint8Array.from(whole);
    changed[at] ^= 1;
    found.push(await outcomeOf(reader, changed));
  }
  return found;
}

async function everyByte(reader, whole) {
  const found = await outcomesOfBytes(reader, whole);
  return found.includes("success") ? "success" : "rejected";
}

async function ofRooms(vector) {
  const stops = [];
  for (const given of vector.readers) stops.push((await readAll(vector, given)) ?? "success");
  if (stops.some((found) => found !== vector.expect)) throw new Error(`${vector.name}: ${stops}`);
  return stops[0];
}

/** Reads a room's log as one of its readers; gives why it stopped, if it did, and compares what was read. */
async function readAll(vector, given) {
  const pins = new Map(Object.entries(given.pins ?? {}).map(([author, recipient]) => [author, bytes(recipient)]));
  const head = given.head && { sequence: given.head.sequence, hash: bytes(given.head.hash) };
  const reader = new Reader(bytes(vector.room), bytes(given.identity), { pins, head });
  const read = [];
  const found = await ends(async () => {
    for (const each of vector.log) read.push(await reader.read(bytes(each)));
    reader.end();
  });
  if (found !== (given.stops ?? "success")) throw new Error(`${vector.name}: stops with ${found}`);
  const texts = [];
  for (const { entry } of read)
    if (entry.place.kind === 2 || entry.place.kind === 3) texts.push((await reader.open(entry)).body?.text);
  const heard = texts.filter((text) => text !== undefined);
  if (!given.stops && JSON.stringify(heard) !== JSON.stringify(given.reads)) throw new Error(`reads ${heard}`);
  return given.stops;
}
