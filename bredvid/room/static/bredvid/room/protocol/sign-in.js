// What she signs to be let in (section 6).

import { joined, len16, unsigned, utf8 } from "./encoding.js";
import { label0 } from "./labels.js";
import { sign, verify } from "./signing.js";

/**
 * What the server gave for a locator: good once, until `expires` (whole seconds since 1970). The origin is that of the
 * page itself, never one that the server names.
 * @typedef {{ origin: string, locator: Uint8Array, nonce: Uint8Array, expires: number }} Challenge
 */

/** @param {Challenge} challenge */
export function signedBytes({ origin, locator, nonce, expires }) {
  return joined(label0("sign-in"), len16(utf8(origin)), locator, nonce, unsigned(expires, 8));
}

/**
 * Her signature.
 * @param {Uint8Array} seed
 * @param {Challenge} challenge
 */
export const answer = (seed, challenge) => sign(seed, signedBytes(challenge));

/**
 * Throws Rejected (bad-signature).
 * @param {Uint8Array} key
 * @param {Challenge} challenge
 * @param {Uint8Array} signature
 */
export const check = (key, challenge, signature) => verify(key, signedBytes(challenge), signature);
