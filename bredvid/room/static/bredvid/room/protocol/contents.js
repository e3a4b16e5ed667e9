// What is sealed in an entry, and opening it (sections 8 to 10).

import { open, seal } from "./age-files.js";
import { fromText, joined, same, toText, utf8 } from "./encoding.js";
import { binding, EPOCH, signed } from "./entries.js";
import { fromBytes, toBytes } from "./members.js";
import { Rejected } from "./outcomes.js";
import { padded, unpadded } from "./padding.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").Place} Place */
/** @typedef {import("./members.js").Epoch} Epoch */
/** @typedef {import("./members.js").Member} Member */
/** @typedef {Record<string, unknown>} Body */

/**
 * An entry with its body sealed to whom its kind says, and signed with the author's seed. `epoch` is the one it begins
 * or stands in; `shown` the member to whom an entry of kind show hands something over.
 * @param {Place} place
 * @param {Epoch} epoch
 * @param {Body} body
 * @param {Uint8Array} seed
 * @param {Member} [shown]
 * @returns {Promise<Entry>}
 */
export async function sealedEntry(place, epoch, body, seed, shown) {
  const begins = place.kind === EPOCH;
  const open = begins ? toBytes(epoch) : (shown?.author ?? new Uint8Array());
  const to = begins ? epoch.members.map((member) => member.recipient) : [shown?.recipient ?? epoch.recipient];
  const content = joined(binding(place, open), utf8(JSON.stringify(body)));
  return signed({ place, public: open, sealed: await seal(to, padded(content)) }, seed);
}

/**
 * The body of an entry that was accepted. Throws Rejected (wrong-key, changed, bad-padding, wrong-place, not-canonical).
 * @param {Entry} entry
 * @param {Uint8Array} identity
 * @returns {Promise<Body>}
 */
export async function opened(entry, identity) {
  const recipients = entry.place.kind === EPOCH ? fromBytes(entry.public).members.length : 1;
  const content = unpadded(await open(identity, entry.sealed, recipients));
  const bound = binding(entry.place, entry.public);
  if (!same(content.subarray(0, bound.length), bound)) throw new Rejected("wrong-place", "inside");
  return bodyOf(content.subarray(bound.length));
}

/**
 * @param {Uint8Array} data
 * @returns {Body}
 */
function bodyOf(data) {
  let body;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data));
  } catch {
    throw new Rejected("not-canonical", "body");
  }
  if (!isObject(body)) throw new Rejected("not-canonical", "body");
  return body;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The identity of the epoch that an entry begins. Throws Rejected (not-canonical).
 * @param {Body} body
 */
export const identityOf = (body) => fromText(body.epoch, 32);

/**
 * The identities of earlier epochs that an entry of kind show hands over. Throws Rejected (not-canonical).
 * @param {Body} body
 * @returns {Map<number, Uint8Array>}
 */
export function earlierOf({ epochs }) {
  if (!isObject(epochs) || !Object.keys(epochs).every((number) => /^(0|[1-9][0-9]*)$/.test(number)))
    throw new Rejected("not-canonical", "epochs");
  return new Map(Object.entries(epochs).map(([number, text]) => [Number(number), fromText(text, 32)]));
}

/**
 * @param {Uint8Array} identity
 * @param {Map<Uint8Array, string>} names by author key
 * @param {string} at
 * @returns {Body}
 */
export function epochBody(identity, names, at) {
  const named = Object.fromEntries(Array.from(names, ([author, name]) => [toText(author), name]));
  return { at, epoch: toText(identity), names: named };
}

/**
 * @param {Map<number, Uint8Array>} identities by epoch
 * @param {string} at
 * @returns {Body}
 */
export function showBody(identities, at) {
  return { at, epochs: Object.fromEntries(Array.from(identities, ([number, key]) => [String(number), toText(key)])) };
}
