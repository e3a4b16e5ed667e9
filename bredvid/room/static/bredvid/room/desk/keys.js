// The desk's keys (docs/explanation/room.md, section 11): a person's own identity, locked by a phrase or a passkey, and
// the organisation's, sealed to each person who holds it. All are files of one size, and hold no more than a room's.

import { open, seal } from "../protocol/age-files.js";
import { fromText, same, toText, utf8 } from "../protocol/encoding.js";
import { recipientOf } from "../protocol/keys.js";
import { derived, hashed } from "../protocol/labels.js";
import { Rejected } from "../protocol/outcomes.js";
import { IDENTITY, padded, unpadded } from "../protocol/padding.js";
import { publicKey } from "../protocol/signing.js";

/**
 * @typedef {{ sign: Uint8Array, open: Uint8Array, author: Uint8Array, recipient: Uint8Array }} Organisation
 * @typedef {{ identity: Uint8Array, recipient: Uint8Array }} Person
 */

const random = (/** @type {number} */ length) => crypto.getRandomValues(new Uint8Array(length));

/** Sixteen bytes that keep one person's phrase or passkey apart from another's. */
export const newSalt = () => random(16);

/** @returns {Person} */
export function newPerson() {
  const identity = random(32);
  return { identity, recipient: recipientOf(identity) };
}

/** @returns {Organisation} */
export const newOrganisation = () => organisationOf(random(32), random(32));

/**
 * @param {Uint8Array} sign
 * @param {Uint8Array} identity
 * @returns {Organisation}
 */
function organisationOf(sign, identity) {
  return { sign, open: identity, author: publicKey(sign), recipient: recipientOf(identity) };
}

/**
 * The key that locks a person's identity: of Argon2id's root of her phrase, or of what her passkey gives.
 * @param {Uint8Array} secret
 * @param {"phrase" | "passkey"} way
 */
export const wrapKey = (secret, way) => derived(secret, `desk-wrap-${way}`);

/**
 * What a passkey is asked with.
 * @param {Uint8Array} salt
 */
export const prfInput = (salt) => hashed("desk-prf", salt);

/**
 * @param {Person} person
 * @param {Uint8Array} wrap
 */
export const locked = ({ identity }, wrap) => sealed(recipientOf(wrap), { v: 1, open: toText(identity) });

/**
 * Throws Rejected (wrong-key where the phrase is another; changed, not-canonical).
 * @param {Uint8Array} file
 * @param {Uint8Array} wrap
 * @returns {Promise<Person>}
 */
export async function unlocked(file, wrap) {
  const identity = fromText((await content(file, wrap)).open, 32);
  return { identity, recipient: recipientOf(identity) };
}

/**
 * The organisation's identity for one who is to hold it.
 * @param {Organisation} organisation
 * @param {Uint8Array} recipient
 */
export function handedTo(organisation, recipient) {
  return sealed(recipient, { v: 1, sign: toText(organisation.sign), open: toText(organisation.open) });
}

/**
 * The organisation's identity out of what was handed to a person. Throws Rejected (wrong-key) where it is not the
 * secret half of the keys that the organisation is known by.
 * @param {Uint8Array} file
 * @param {Person} person
 * @param {{ author: Uint8Array, recipient: Uint8Array }} known
 */
export async function organisationFrom(file, person, known) {
  const { sign, open: identity } = await content(file, person.identity);
  const organisation = organisationOf(fromText(sign, 32), fromText(identity, 32));
  if (!same(organisation.author, known.author) || !same(organisation.recipient, known.recipient))
    throw new Rejected("wrong-key", "another organisation's");
  return organisation;
}

/**
 * Keys in a form that two people can read to each other: eight groups of four digits, 106 bits.
 * @param {...Uint8Array} keys
 */
export function fingerprint(...keys) {
  const digest = hashed("desk-fingerprint", ...keys);
  const view = new DataView(digest.buffer, digest.byteOffset);
  const groups = Array.from({ length: 8 }, (_, at) => String(view.getUint32(at * 4) % 10_000).padStart(4, "0"));
  return groups.join(" ");
}

/**
 * @param {Uint8Array} recipient
 * @param {object} what
 */
const sealed = (recipient, what) => seal([recipient], padded(utf8(JSON.stringify(what)), IDENTITY));

/**
 * @param {Uint8Array} file
 * @param {Uint8Array} identity
 */
async function content(file, identity) {
  const bytes = unpadded(await open(identity, file, 1), IDENTITY);
  const read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (read?.v !== 1) throw new Rejected("unknown-version");
  return read;
}
