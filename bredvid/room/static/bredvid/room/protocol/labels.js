// One label per purpose, and the one derivation that all keys come by (section 2).

import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { joined, utf8 } from "./encoding.js";

const PREFIX = "bredvid.room/v1/";

/**
 * `L(name)`, the label of a purpose.
 * @param {string} name
 */
export const label = (name) => utf8(PREFIX + name);

/**
 * `L0(name)`, the label where data follow it.
 * @param {string} name
 */
export const label0 = (name) => utf8(`${PREFIX + name}\0`);

/**
 * `HKDF(ikm, name, n)`: HKDF-SHA-256 (RFC 5869) with an empty salt and the label as info.
 * @param {Uint8Array} ikm
 * @param {string} name
 * @param {number} [length]
 */
export const derived = (ikm, name, length = 32) => hkdf(sha256, ikm, undefined, label(name), length);

/**
 * SHA-256 of a label and what follows it.
 * @param {string} name
 * @param {...Uint8Array} parts
 */
export const hashed = (name, ...parts) => sha256(joined(label0(name), ...parts));
