// Making a lock and opening one: with a phrase, by Argon2id in the worker, or with a passkey.

import { fromText } from "../protocol/encoding.js";
import { rootSlowly } from "../protocol/slowly.js";
import * as keys from "./keys.js";
import * as passkey from "./passkey.js";
import * as phrase from "./phrase.js";
import { lockOf } from "./server.js";

/** @typedef {import("./server.js").Lock} Lock */
/** @typedef {(part: number) => void} Progress */

const worker = () => document.querySelector("[data-worker]")?.getAttribute("data-worker") ?? "";

/**
 * @param {string[]} words
 * @param {Uint8Array} salt
 * @param {Progress} [onProgress]
 */
async function wrapOfPhrase(words, salt, onProgress) {
  const { root } = await rootSlowly(worker(), { secret: phrase.secretOf(words), deploymentId: salt }, onProgress);
  return keys.wrapKey(root, "phrase");
}

/**
 * @param {import("./keys.js").Person} person
 * @param {string[]} words
 * @param {Progress} [onProgress]
 * @returns {Promise<Lock>}
 */
export async function lockedByPhrase(person, words, onProgress) {
  const salt = keys.newSalt();
  return lockOf(salt, await keys.locked(person, await wrapOfPhrase(words, salt, onProgress)));
}

/**
 * Throws NoPrf, and what the browser throws where she says no.
 * @param {import("./keys.js").Person} person
 * @param {string} name
 * @returns {Promise<Lock>}
 */
export async function lockedByPasskey(person, name) {
  const salt = keys.newSalt();
  const { credential, secret } = await passkey.created(salt, name);
  return lockOf(salt, await keys.locked(person, keys.wrapKey(secret, "passkey")), credential);
}

/**
 * Throws Rejected (wrong-key) for another phrase.
 * @param {Lock} lock
 * @param {string[]} words
 * @param {Progress} [onProgress]
 */
export async function openedByPhrase(lock, words, onProgress) {
  return keys.unlocked(fromText(lock.wrapped), await wrapOfPhrase(words, fromText(lock.salt, 16), onProgress));
}

/**
 * Throws NoPrf, and what the browser throws where she says no.
 * @param {Lock} lock
 */
export async function openedByPasskey(lock) {
  const secret = await passkey.asked(fromText(lock.salt, 16), new Uint8Array(fromText(lock.credential)));
  return keys.unlocked(fromText(lock.wrapped), keys.wrapKey(secret, "passkey"));
}
