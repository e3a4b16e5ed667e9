// Proof of work that every pepper request carries (section 5). Solving belongs in the worker.

import { sha256 } from "@noble/hashes/sha2.js";
import { joined, unsigned } from "./encoding.js";
import { hashed, label0 } from "./labels.js";
import { Rejected } from "./outcomes.js";

export const PUZZLES = 16;
const ANSWER = 8;
const NONCE = 21;
const MOST = 15;

/**
 * The proof that a nonce asks for: about 16 · 2^difficulty hashes. Throws Rejected (old-nonce) for what is no nonce:
 * a server that asked for more than the specification allows would hold her page for hours.
 * @param {Uint8Array} nonce
 * @param {Uint8Array} q
 * @param {(part: number) => void} [onProgress] told from 0 to 1, once for each puzzle
 */
export function solve(nonce, q, onProgress) {
  if (nonce.length !== NONCE || nonce[0] > MOST) throw new Rejected("old-nonce");
  const answers = [];
  for (const head of heads(nonce, q)) {
    answers.push(least(head, nonce[0]));
    onProgress?.(answers.length / PUZZLES);
  }
  return joined(...answers);
}

/**
 * Throws Rejected (bad-proof) unless all sixteen puzzles are solved. Whose nonce it is only the server can tell.
 * @param {Uint8Array} nonce
 * @param {Uint8Array} q
 * @param {Uint8Array} proof
 */
export function checkProof(nonce, q, proof) {
  if (proof.length !== PUZZLES * ANSWER) throw new Rejected("bad-proof", "length");
  for (const [number, head] of heads(nonce, q).entries()) {
    const answer = proof.subarray(number * ANSWER, (number + 1) * ANSWER);
    const hash = new DataView(sha256(joined(head, answer)).buffer);
    if (Math.clz32(hash.getUint32(0)) < nonce[0]) throw new Rejected("bad-proof", `puzzle ${number}`);
  }
}

/**
 * @param {Uint8Array} nonce
 * @param {Uint8Array} q
 */
function heads(nonce, q) {
  const bound = joined(label0("pow"), nonce, hashed("pow-q", q));
  return Array.from({ length: PUZZLES }, (_, number) => joined(bound, unsigned(number, 1)));
}

/**
 * The least answer to a puzzle. The first of its two blocks is hashed once, not at every try: twice as fast.
 * @param {Uint8Array} head
 * @param {number} difficulty
 */
function least(head, difficulty) {
  const begun = sha256.create().update(head);
  const [work, answer, hash] = [sha256.create(), new Uint8Array(ANSWER), new Uint8Array(32)];
  const [low, first] = [new DataView(answer.buffer), new DataView(hash.buffer)];
  for (let number = 0; number < 2 ** 32; number++) {
    low.setUint32(4, number);
    begun._cloneInto(work).update(answer).digestInto(hash);
    if (Math.clz32(first.getUint32(0)) >= difficulty) return answer;
  }
  throw new Rejected("bad-proof", "no answer");
}
