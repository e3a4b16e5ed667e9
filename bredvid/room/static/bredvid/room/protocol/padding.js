// Contents in one of few sizes (section 8).

import { unsigned } from "./encoding.js";
import { Rejected } from "./outcomes.js";

/** The one size of her identity file. */
export const IDENTITY = [512];
export const BUCKETS = [0, 1, 2, 3, 4, 5].map((k) => 2_048 * 2 ** k);
const LENGTH = 4;

/**
 * Length, content, zero bytes up to the smallest size that holds them. Throws Rejected (too-large).
 * @param {Uint8Array} content
 * @param {number[]} [sizes]
 */
export function padded(content, sizes = BUCKETS) {
  const size = smallest(content.length, sizes);
  if (size === undefined) throw new Rejected("too-large", `${content.length} bytes`);
  const payload = new Uint8Array(size);
  payload.set(unsigned(content.length, LENGTH));
  payload.set(content, LENGTH);
  return payload;
}

/**
 * The content of a payload. Throws Rejected (bad-padding) for whatever `padded` does not make.
 * @param {Uint8Array} payload
 * @param {number[]} [sizes]
 */
export function unpadded(payload, sizes = BUCKETS) {
  if (payload.length < LENGTH) throw new Rejected("bad-padding", "no length");
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0);
  const fits = smallest(length, sizes) === payload.length;
  if (!fits || payload.subarray(LENGTH + length).some((byte) => byte !== 0)) throw new Rejected("bad-padding");
  return payload.slice(LENGTH, LENGTH + length);
}

/**
 * @param {number} length
 * @param {number[]} sizes
 */
const smallest = (length, sizes) => sizes.find((size) => length + LENGTH <= size);
