// From her list to her keys: Argon2id in the worker, the proof of work, and the server's part (sections 4 and 5).

import { fromText, toText } from "../protocol/encoding.js";
import { keysOf, pepperRequest } from "../protocol/keys.js";
import { proofSlowly, rootSlowly } from "../protocol/slowly.js";
import { secret } from "../shopping/canonical.js";
import { ask, Refused } from "./asking.js";

/** @typedef {import("../protocol/keys.js").Keys} Keys */
/** @typedef {{ q: string, nonce: string, proof: string }} Paid what a pepper request costs, and opening a room too */
/** @typedef {{ keys: Keys, paid: Paid, root: Uint8Array, wasm: boolean }} Made */
/** @typedef {{ worker: string, signal: AbortSignal, onProgress: (part: number) => void, onLost?: (lost: boolean) => void }} How */

/** How much of the whole the first of the two long tasks is, for the bar that she sees. */
const ROOT_PART = 0.8;

/**
 * Her keys. Throws Rejected before anything is hashed where the items are no code.
 * @param {number[]} items
 * @param {string} word
 * @param {How} how
 * @returns {Promise<Made>}
 */
export async function keysFrom(items, word, how) {
  const what = secret(items, word);
  const { deployment } = await ask("n", how);
  const deploymentId = fromText(deployment, 16);
  const onProgress = (/** @type {number} */ part) => how.onProgress(part * ROOT_PART);
  const { root, wasm } = await rootSlowly(how.worker, { secret: what, deploymentId }, onProgress, how.signal);
  how.onProgress(ROOT_PART);
  const { paid, p } = await peppered(root, how);
  return { keys: keysOf(root, fromText(p, 32)), paid, root, wasm };
}

/**
 * The server's part, paid for. The window may close while an old telephone works: then it is paid once more.
 * @param {Uint8Array} root
 * @param {How} how
 * @returns {Promise<{ paid: Paid, p: string }>}
 */
export async function peppered(root, how) {
  for (let time = 0; ; time++) {
    const paid = await pay(root, how);
    try {
      const { p } = await ask("p", { ...how, body: paid });
      return { paid, p };
    } catch (error) {
      if (!(error instanceof Refused && error.outcome === "old-nonce") || time > 2) throw error;
    }
  }
}

/**
 * @param {Uint8Array} root
 * @param {How} how
 * @returns {Promise<Paid>}
 */
async function pay(root, how) {
  const q = pepperRequest(root);
  const { nonce } = await ask("n", how);
  const onProgress = (/** @type {number} */ part) => how.onProgress(ROOT_PART + part * (1 - ROOT_PART));
  const proof = await proofSlowly(how.worker, { nonce: fromText(nonce, 21), q }, onProgress, how.signal);
  return { q: toText(q), nonce, proof: toText(proof) };
}
