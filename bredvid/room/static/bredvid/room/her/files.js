// The two files that are kept for her, sealed to her code alone (section 7).

import { open, seal } from "../protocol/age-files.js";
import { fromText, toHex, toText, utf8 } from "../protocol/encoding.js";
import { recipientOf } from "../protocol/keys.js";
import { Rejected } from "../protocol/outcomes.js";
import { IDENTITY, padded, unpadded } from "../protocol/padding.js";
import { publicKey } from "../protocol/signing.js";

/** @typedef {{ room: Uint8Array, sign: Uint8Array, open: Uint8Array, author: Uint8Array, recipient: Uint8Array }} Identity */
/** @typedef {{ name: string, open: Uint8Array, since: number }} Pinned an organisation, and from which entry on */
/** @typedef {{ head: import("../protocol/reader.js").Head, members: Map<string, Pinned> }} Memory by base64url author key */

const random = (/** @type {number} */ length) => crypto.getRandomValues(new Uint8Array(length));

export const newIdentity = () => identityOf(random(16), random(32), random(32));

/**
 * @param {Uint8Array} room
 * @param {Uint8Array} sign
 * @param {Uint8Array} secret
 * @returns {Identity}
 */
function identityOf(room, sign, secret) {
  return { room, sign, open: secret, author: publicKey(sign), recipient: recipientOf(secret) };
}

/**
 * @param {Identity} identity
 * @param {Uint8Array} wrap
 */
export function identityFile(identity, wrap) {
  const what = { v: 1, room: toText(identity.room), sign: toText(identity.sign), open: toText(identity.open) };
  return seal([recipientOf(wrap)], padded(utf8(JSON.stringify(what)), IDENTITY));
}

/**
 * Throws Rejected: wrong-key where the code opens no room.
 * @param {Uint8Array} file
 * @param {Uint8Array} wrap
 */
export async function identityFrom(file, wrap) {
  const { room, sign, open: secret } = parsed(unpadded(await open(wrap, file, 1), IDENTITY));
  return identityOf(fromText(room, 16), fromText(sign, 32), fromText(secret, 32));
}

/**
 * @param {Memory} memory
 * @param {Uint8Array} wrap
 */
export function memoryFile({ head, members }, wrap) {
  const pinned = Array.from(members, ([author, { name, open: key, since }]) => [author, { name, open: toText(key), since }]);
  const what = { v: 1, head: { seq: head.sequence, hash: toText(head.hash) }, members: Object.fromEntries(pinned) };
  return seal([recipientOf(wrap)], padded(utf8(JSON.stringify(what))));
}

/**
 * Throws Rejected.
 * @param {Uint8Array} file
 * @param {Uint8Array} wrap
 * @returns {Promise<Memory>}
 */
export async function memoryFrom(file, wrap) {
  const { head, members } = parsed(unpadded(await open(wrap, file, 1)));
  /** @type {Map<string, Pinned>} */
  const found = new Map();
  for (const [author, { name, open: key, since }] of Object.entries(members))
    found.set(author, { name: String(name), open: fromText(key, 32), since: Number(since) });
  return { head: { sequence: Number(head.seq), hash: fromText(head.hash, 32) }, members: found };
}

/**
 * The pins as a reader of the log wants them.
 * @param {Memory} memory
 */
export function pinsOf({ members }) {
  return new Map(Array.from(members, ([author, { open: key }]) => [toHex(fromText(author, 32)), key]));
}

/** @param {Uint8Array} data */
function parsed(data) {
  const read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
  if (read?.v !== 1) throw new Rejected("unknown-version");
  return read;
}
