// Draws a list. She never chooses an item herself: what people pick can be guessed.

import { ITEMS, LEAST } from "./canonical.js";

/** The largest multiple of 640 that sixteen bits hold: what is not below it is drawn again. */
const LIMIT = Math.floor(0x1_0000 / ITEMS) * ITEMS;

/**
 * So many different items, each set as likely as every other, in the order in which they were drawn.
 * @param {number} [howMany]
 * @param {(length: number) => Uint8Array} [randomBytes]
 */
export function choose(howMany = LEAST, randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))) {
  /** @type {Set<number>} */
  const drawn = new Set();
  while (drawn.size < howMany) {
    const [high, low] = randomBytes(2);
    const number = high * 256 + low;
    if (number < LIMIT) drawn.add(number % ITEMS);
  }
  return [...drawn];
}

/**
 * The same things in an order that tells nothing.
 * @template Thing
 * @param {Thing[]} things
 */
export function shuffled(things) {
  const found = [...things];
  for (let at = found.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [found[at], found[other]] = [found[other], found[at]];
  }
  return found;
}

/** @param {number} limit */
function below(limit) {
  const most = Math.floor(0x1_0000_0000 / limit) * limit;
  for (;;) {
    const [number] = crypto.getRandomValues(new Uint32Array(1));
    if (number < most) return number % limit;
  }
}
