// Ed25519, verified strictly and alike everywhere (section 2).

import { ed25519 } from "@noble/curves/ed25519.js";
import { Rejected } from "./outcomes.js";

const KEY = 32;
export const SIGNATURE = 64;

/**
 * The public half of a seed's key.
 * @param {Uint8Array} seed
 */
export const publicKey = (seed) => ed25519.getPublicKey(seed);

/**
 * @param {Uint8Array} seed
 * @param {Uint8Array} message
 */
export const sign = (seed, message) => ed25519.sign(message, seed);

/**
 * Throws Rejected (bad-signature) unless the signature is this key's over this message.
 *
 * noble asks whether the equation holds after multiplying with the cofactor. With both key and R in the group of prime
 * order that is the equation without it, which other implementations ask for.
 * @param {Uint8Array} key
 * @param {Uint8Array} message
 * @param {Uint8Array} signature
 */
export function verify(key, message, signature) {
  const wellFormed = signature.length === SIGNATURE && isValidKey(key) && isValidKey(signature.subarray(0, KEY));
  if (!wellFormed || !ed25519.verify(signature, message, key, { zip215: false })) throw new Rejected("bad-signature");
}

/**
 * Says whether bytes are a canonical point of prime order.
 * @param {Uint8Array} bytes
 */
export function isValidKey(bytes) {
  if (bytes.length !== KEY) return false;
  try {
    const point = ed25519.Point.fromBytes(bytes, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false; // no point of the curve, or not the one way to write it
  }
}
