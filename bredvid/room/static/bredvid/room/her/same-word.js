// Whether two typed words are one and the same to the code.

import { toHex } from "../protocol/encoding.js";
import { Rejected } from "../protocol/outcomes.js";
import { extraWord } from "../shopping/canonical.js";

/**
 * @param {string} one
 * @param {string} other
 */
export function sameWord(one, other) {
  try {
    return toHex(extraWord(one)) === toHex(extraWord(other));
  } catch (error) {
    if (error instanceof Rejected) return false;
    throw error;
  }
}
