// The worker: the two things that take long, so that her page never stands still. One task, and then it is ended.

import { solve } from "./proof.js";
import { rootOf } from "./root.js";

/**
 * @typedef {{ name: "root", secret: Uint8Array, deploymentId: Uint8Array }} RootTask
 * @typedef {{ name: "proof", nonce: Uint8Array, q: Uint8Array }} ProofTask
 * @typedef {RootTask | ProofTask} Task
 */

/** @param {number} part */
const tell = (part) => postMessage({ part });

/** @param {Task} task */
const work = (task) =>
  task.name === "root" ? rootOf(task.secret, task.deploymentId, tell) : solve(task.nonce, task.q, tell);

self.addEventListener("message", async (event) => {
  try {
    postMessage({ done: await work(event.data) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
