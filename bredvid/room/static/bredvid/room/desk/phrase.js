// The phrase that opens a colleague's keys: made by the machine, shown once, copied by hand.

import { utf8 } from "../protocol/encoding.js";
import { WORDS } from "./words.js";

/** Nine words of 472, in order: 79.9 bits. */
export const LENGTH = 9;
const BELOW = WORDS.length * Math.floor(0x1_0000 / WORDS.length);

/**
 * A phrase, each as likely as the other.
 * @returns {string[]}
 */
export const drawn = () => Array.from({ length: LENGTH }, () => WORDS[number() % WORDS.length]);

/** Sixteen bits that leave no remainder. */
function number() {
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint16Array(1));
    if (drawn < BELOW) return drawn;
  }
}

/**
 * What was typed as words: small letters, whatever stands between them.
 * @param {string} typed
 */
export const wordsOf = (typed) => typed.normalize("NFKC").toLowerCase().match(/\p{Letter}+/gu) ?? [];

/**
 * Words that no phrase holds, so that a slip costs no seconds.
 * @param {string[]} words
 */
export const unknown = (words) => words.filter((word) => !WORDS.includes(word));

/**
 * What Argon2id is asked about. The label keeps it apart from her codes.
 * @param {string[]} words
 */
export const secretOf = (words) => utf8(`bredvid.room/v1/desk-phrase\0${words.join(" ")}`);

/**
 * @param {string[]} one
 * @param {string[]} other
 */
export const same = (one, other) => one.length === other.length && one.every((word, at) => word === other[at]);
