// From root to her keys (section 4), and age's letters for them. root itself is made in the worker: root.js.

import { x25519 } from "@noble/curves/ed25519.js";
import { bech32 } from "@scure/base";
import { joined } from "./encoding.js";
import { derived, hashed } from "./labels.js";

/** @typedef {{ locator: Uint8Array, signIn: Uint8Array, wrap: Uint8Array }} Keys */

/**
 * q: all that the server is told of root.
 * @param {Uint8Array} root
 */
export const pepperRequest = (root) => derived(root, "pepper-request");

/**
 * Her keys, of root and of the server's part p.
 * @param {Uint8Array} root
 * @param {Uint8Array} p
 * @returns {Keys}
 */
export function keysOf(root, p) {
  const both = joined(root, p);
  return { locator: derived(p, "locator"), signIn: derived(both, "sign-in"), wrap: derived(both, "wrap") };
}

/**
 * What the server keeps of a locator.
 * @param {Uint8Array} locator
 */
export const locatorHash = (locator) => hashed("locator-hash", locator);

/**
 * The public half of an age identity, both as 32 bytes.
 * @param {Uint8Array} identity
 */
export const recipientOf = (identity) => x25519.getPublicKey(identity);

/**
 * AGE-SECRET-KEY-1…, as `age -i` reads it.
 * @param {Uint8Array} identity
 */
export const identityText = (identity) => bech32.encodeFromBytes("age-secret-key-", identity).toUpperCase();

/**
 * age1…, as `age -r` reads it.
 * @param {Uint8Array} recipient
 */
export const recipientText = (recipient) => bech32.encodeFromBytes("age", recipient);
