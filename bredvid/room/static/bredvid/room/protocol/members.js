// Who is in a room: the public part of an entry that begins an epoch (section 10).

import { Fields, joined, same, toHex } from "./encoding.js";
import { Rejected } from "./outcomes.js";
import { isValidKey } from "./signing.js";

const MOST = 8;
const KEY = 32;
export const SHE = 0;
export const ORGANISATION = 1;

/** @typedef {{ role: number, author: Uint8Array, recipient: Uint8Array }} Member */
/** @typedef {{ members: Member[], recipient: Uint8Array }} Epoch She is its first member. */

/**
 * She first, organisations ascending by author key.
 * @param {Member[]} members
 */
export function inOrder(members) {
  const place = (/** @type {Member} */ member) => member.role + toHex(member.author);
  return [...members].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/**
 * @param {Member[]} members
 * @param {Uint8Array} author
 */
export const memberOf = (members, author) => members.find((member) => same(member.author, author));

/**
 * @param {Member} one
 * @param {Member} other
 */
export function sameMember(one, other) {
  return one.role === other.role && same(one.author, other.author) && same(one.recipient, other.recipient);
}

/** @param {Epoch} epoch */
export function toBytes({ members, recipient }) {
  const each = members.map((member) => joined(Uint8Array.of(member.role), member.author, member.recipient));
  return joined(Uint8Array.of(members.length), ...each, recipient);
}

/**
 * The epoch of a public part. Throws Rejected (unknown-version, not-canonical, cut-short, extra-bytes, bad-signature).
 * @param {Uint8Array} data
 * @returns {Epoch}
 */
export function fromBytes(data) {
  const fields = new Fields(data);
  const number = fields.number(1);
  if (number < 1 || number > MOST) throw new Rejected("not-canonical", `${number} members`);
  const members = Array.from({ length: number }, () => memberFrom(fields));
  const recipient = fields.take(KEY);
  fields.end();
  checkOrder(members);
  if (!members.every((member) => isValidKey(member.author))) throw new Rejected("bad-signature", "a member's key");
  return { members, recipient };
}

/**
 * @param {Fields} fields
 * @returns {Member}
 */
function memberFrom(fields) {
  const role = fields.number(1);
  if (role !== SHE && role !== ORGANISATION) throw new Rejected("unknown-version", `role ${role}`);
  return { role, author: fields.take(KEY), recipient: fields.take(KEY) };
}

/** @param {Member[]} members */
function checkOrder([she, ...others]) {
  if (she.role !== SHE || others.some((member) => member.role === SHE))
    throw new Rejected("not-canonical", "she stands first, and once");
  const keys = others.map((member) => toHex(member.author));
  const ascending = keys.every((key, at) => at === 0 || keys[at - 1] < key);
  if (!ascending || keys.includes(toHex(she.author))) throw new Rejected("not-canonical", "order");
}
