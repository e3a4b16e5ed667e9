// What takes long, asked of the worker. Each task has a worker of its own that ends with it: the 64 MiB and the secrets
// it held go at once.

import { Rejected } from "./outcomes.js";

/** @typedef {import("./worker.js").Task} Task */
/** @typedef {(part: number) => void} Progress told from 0 to 1 */
/** @typedef {{ createPolicy: (name: string, rules: object) => { createScriptURL: (address: string) => string } }} Types */

/**
 * root, and whether WebAssembly made it.
 * @param {string} address the worker's script
 * @param {{ secret: Uint8Array, deploymentId: Uint8Array }} what
 * @param {Progress} [onProgress]
 * @param {AbortSignal} [signal]
 * @returns {Promise<import("./root.js").Rooted>}
 */
export const rootSlowly = (address, what, onProgress, signal) =>
  asked(address, { name: "root", ...what }, onProgress, signal);

/**
 * The proof that a nonce asks for.
 * @param {string} address
 * @param {{ nonce: Uint8Array, q: Uint8Array }} what
 * @param {Progress} [onProgress]
 * @param {AbortSignal} [signal] leaving the page ends the work
 * @returns {Promise<Uint8Array>}
 */
export const proofSlowly = (address, what, onProgress, signal) =>
  asked(address, { name: "proof", ...what }, onProgress, signal);

/**
 * @param {string} address
 * @param {Task} task
 * @param {Progress} [onProgress]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
function asked(address, task, onProgress, signal) {
  const worker = new Worker(trusted(address), { type: "module" });
  const answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if ("part" in data) onProgress?.(data.part);
      else if ("done" in data) resolve(data.done);
      else reject(new Rejected("refused", data.failed));
    };
    worker.onerror = () => reject(new Error("the worker did not start"));
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
  worker.postMessage(task);
  return answer.finally(() => worker.terminate());
}

/** @type {{ createScriptURL: (address: string) => string } | undefined} */
let policy;

/**
 * The address as Trusted Types ask for it: of this site, or none.
 * @param {string} address
 */
function trusted(address) {
  const types = /** @type {{ trustedTypes?: Types }} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("bredvid-room", { createScriptURL: ours });
  return policy ? policy.createScriptURL(address) : ours(address);
}

/** @param {string} address */
function ours(address) {
  const whole = new URL(address, location.href);
  if (whole.origin !== location.origin) throw new Error("a worker from another site");
  return whole.href;
}
