// An entry's bytes (section 9): one encoding, signed whole.

import { sha256 } from "@noble/hashes/sha2.js";
import { Fields, joined, len16, same, unsigned, utf8 } from "./encoding.js";
import { hashed, label0 } from "./labels.js";
import { Rejected } from "./outcomes.js";
import { SIGNATURE, sign, verify } from "./signing.js";

const MAGIC = utf8("brv1");
const LONGEST = 70_000;
export const EPOCH = 1;
export const MESSAGE = 2;
export const LEAVE = 3;
export const SHOW = 4;

/**
 * What binds an entry to where it stands.
 * @typedef {{ room: Uint8Array, epoch: number, sequence: number, previous: Uint8Array, author: Uint8Array,
 *   kind: number }} Place
 */
/** @typedef {{ place: Place, public: Uint8Array, sealed: Uint8Array }} Unsigned */
/** @typedef {Unsigned & { signature: Uint8Array }} Entry */

/**
 * The entry that some bytes are. Throws Rejected (too-large, unknown-version, cut-short, extra-bytes).
 * @param {Uint8Array} data
 * @returns {Entry}
 */
export function fromBytes(data) {
  if (data.length > LONGEST) throw new Rejected("too-large");
  const fields = new Fields(data);
  if (!same(fields.take(MAGIC.length), MAGIC)) throw new Rejected("unknown-version", "magic");
  const place = placeFrom(fields);
  const open = fields.take(fields.number(2));
  const sealed = fields.take(fields.number(4));
  const entry = { place, public: open, sealed, signature: fields.take(SIGNATURE) };
  fields.end();
  return entry;
}

/**
 * @param {Fields} fields
 * @returns {Place}
 */
function placeFrom(fields) {
  const [room, epoch, sequence] = [fields.take(16), fields.number(4), fields.number(4)];
  const [previous, author, kind] = [fields.take(32), fields.take(32), fields.number(1)];
  if (kind < EPOCH || kind > SHOW) throw new Rejected("unknown-version", `kind ${kind}`);
  return { room, epoch, sequence, previous, author, kind };
}

/** @param {Entry} entry */
export const toBytes = (entry) => joined(unsignedBytes(entry), entry.signature);

/**
 * What the next entry names as its previous one.
 * @param {Entry} entry
 */
export const hashOf = (entry) => hashed("entry-hash", toBytes(entry));

/**
 * @param {Unsigned} entry
 * @param {Uint8Array} seed
 * @returns {Entry}
 */
export const signed = (entry, seed) => ({ ...entry, signature: sign(seed, toSign(entry)) });

/**
 * Throws Rejected (bad-signature) unless the author it names has signed it.
 * @param {Entry} entry
 */
export const checkSignature = (entry) => verify(entry.place.author, toSign(entry), entry.signature);

/**
 * What the sealed content begins with, so that it can stand nowhere else.
 * @param {Place} place
 * @param {Uint8Array} open
 */
export const binding = (place, open) => joined(label0("payload"), placeBytes(place), sha256(open));

/** @param {Unsigned} entry */
const toSign = (entry) => joined(label0("entry"), sha256(unsignedBytes(entry)));

/** @param {Unsigned} entry */
function unsignedBytes(entry) {
  const sealed = joined(unsigned(entry.sealed.length, 4), entry.sealed);
  return joined(MAGIC, placeBytes(entry.place), len16(entry.public), sealed);
}

/** @param {Place} place */
function placeBytes({ room, epoch, sequence, previous, author, kind }) {
  return joined(room, unsigned(epoch, 4), unsigned(sequence, 4), previous, author, unsigned(kind, 1));
}
