// The bytes that items and an extra word stand for, and everything that is refused before anything is hashed
// (docs/reference/room-protocol.md, section 3).

import { joined, len16, unsigned, utf8 } from "../protocol/encoding.js";
import { Rejected } from "../protocol/outcomes.js";
import { caseFolded } from "./folding.js";

const VERSION = 1;
const LIST_VERSION = 1;
export const ITEMS = 640;
/** Nine are drawn; up to twelve are read, so that a longer list needs no new version. */
export const LEAST = 9;
export const MOST = 12;
const LONGEST_WORD = 128;
const BLANKS = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/**
 * The canonical code of a set of items, in whatever order. Throws Rejected (not-canonical).
 * @param {Iterable<number>} items
 */
export function codeOf(items) {
  const ordered = Array.from(items).sort((one, other) => one - other);
  checkItems(ordered);
  return joined(Uint8Array.of(VERSION, LIST_VERSION, ordered.length), ...ordered.map((item) => unsigned(item, 2)));
}

/**
 * The items of a canonical code. Throws Rejected (unknown-version, not-canonical).
 * @param {Uint8Array} code
 */
export function itemsOf(code) {
  if (code.length < 3) throw new Rejected("not-canonical", "a code has at least three bytes");
  if (code[0] !== VERSION || code[1] !== LIST_VERSION) throw new Rejected("unknown-version");
  if (code.length !== 3 + 2 * code[2]) throw new Rejected("not-canonical", "length");
  const items = Array.from({ length: code[2] }, (_, at) => code[3 + 2 * at] * 256 + code[4 + 2 * at]);
  checkItems(items);
  return items;
}

/** @param {number[]} items */
function checkItems(items) {
  if (items.length < LEAST || items.length > MOST) throw new Rejected("not-canonical", "number of items");
  if (!items.every((item) => Number.isInteger(item) && item >= 0 && item < ITEMS))
    throw new Rejected("not-canonical", "no such item");
  if (items.some((item, at) => at > 0 && items[at - 1] >= item)) throw new Rejected("not-canonical", "order");
}

/**
 * The extra word as it is hashed; the empty one is empty. Throws Rejected (not-canonical, too-large).
 * @param {string} typed
 */
export function extraWord(typed) {
  const folded = caseFolded(typed.normalize("NFKC"));
  if (/\p{Cs}/u.test(folded)) throw new Rejected("not-canonical", "half a character");
  const word = utf8(folded.replace(BLANKS, " ").replace(/^ | $/g, ""));
  if (word.length > LONGEST_WORD) throw new Rejected("too-large", "extra word");
  return word;
}

/**
 * What Argon2id is given. Throws Rejected.
 * @param {Iterable<number>} items
 * @param {string} [typedWord]
 */
export const secret = (items, typedWord = "") => joined(codeOf(items), len16(extraWord(typedWord)));
