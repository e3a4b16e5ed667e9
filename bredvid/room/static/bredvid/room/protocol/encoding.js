// Bytes joined, written as text and read field by field (section 2). One encoding each; every other is rejected.

import { Rejected } from "./outcomes.js";

/**
 * The specification's `‖`.
 * @param {...Uint8Array} parts
 */
export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
export function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** @param {string} text */
export const utf8 = (text) => new TextEncoder().encode(text);

/**
 * An unsigned number, the highest byte first.
 * @param {number | bigint} number
 * @param {number} length
 */
export function unsigned(number, length) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes.subarray(8 - length);
}

/**
 * The bytes with their length before them, in two bytes.
 * @param {Uint8Array} data
 */
export function len16(data) {
  if (data.length > 0xffff) throw new Rejected("too-large");
  return joined(unsigned(data.length, 2), data);
}

/**
 * base64url without padding.
 * @param {Uint8Array} data
 */
export function toText(data) {
  const letters = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The bytes of a text, `length` of them if that is given. Throws Rejected (not-canonical): there is one way to write them.
 * @param {unknown} text
 * @param {number} [length]
 */
export function fromText(text, length) {
  if (typeof text !== "string" || !/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1)
    throw new Rejected("not-canonical", "no base64url");
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const data = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  if (toText(data) !== text || (length !== undefined && data.length !== length))
    throw new Rejected("not-canonical", "not the one way to write it");
  return data;
}

/** @param {Uint8Array} data */
export const toHex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Reads fields off the front of some bytes. Throws Rejected (cut-short, extra-bytes). */
export class Fields {
  #at = 0;
  #data;

  /** @param {Uint8Array} data */
  constructor(data) {
    this.#data = data;
  }

  /** @param {number} length */
  take(length) {
    if (this.#at + length > this.#data.length) throw new Rejected("cut-short");
    this.#at += length;
    return this.#data.slice(this.#at - length, this.#at);
  }

  /**
   * An unsigned number of one to four bytes.
   * @param {number} length
   */
  number(length) {
    return this.take(length).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** Nothing may follow. */
  end() {
    if (this.#at !== this.#data.length) throw new Rejected("extra-bytes");
  }
}
