// root, of her secret (section 4): seconds on an old phone, so it stands in the worker and only there.

import { argon2idAsync } from "@noble/hashes/argon2.js";
import { argon2id } from "hash-wasm";
import { joined } from "./encoding.js";
import { label0 } from "./labels.js";

const MEMORY_KIB = 65_536;
const PASSES = 3;
const LANES = 1;
const LENGTH = 32;

/** @typedef {{ root: Uint8Array, wasm: boolean }} Rooted `wasm` says which of the two implementations made it. */

/**
 * Argon2id of the secret (canonical code and extra word). WebAssembly makes it, or noble where that is off
 * (Lockdown mode, Tor's safer level, a policy without 'wasm-unsafe-eval'): the same bytes, slower.
 * @param {Uint8Array} secret
 * @param {Uint8Array} deploymentId
 * @param {(part: number) => void} [onProgress] told from 0 to 1 while noble works
 * @returns {Promise<Rooted>}
 */
export async function rootOf(secret, deploymentId, onProgress) {
  const salt = joined(label0("argon2-salt"), deploymentId);
  if (await wasmRuns()) return { root: await byWasm(secret, salt), wasm: true };
  return { root: await byNoble(secret, salt, onProgress), wasm: false };
}

/** Says whether this page may compile WebAssembly: the smallest module there is tells. */
export async function wasmRuns() {
  try {
    await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Uint8Array} password
 * @param {Uint8Array} salt
 */
export function byWasm(password, salt) {
  const cost = { memorySize: MEMORY_KIB, iterations: PASSES, parallelism: LANES, hashLength: LENGTH };
  return argon2id({ password, salt, ...cost, outputType: "binary" });
}

/**
 * @param {Uint8Array} password
 * @param {Uint8Array} salt
 * @param {(part: number) => void} [onProgress]
 */
export function byNoble(password, salt, onProgress) {
  const cost = { m: MEMORY_KIB, t: PASSES, p: LANES, dkLen: LENGTH, version: 0x13, maxmem: 2 ** 32 - 1 };
  return argon2idAsync(password, salt, { ...cost, asyncTick: 100, onProgress });
}
