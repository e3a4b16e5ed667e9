// A passkey that opens keys: what its PRF gives is a secret, and nothing that holds it may be sent anywhere. So no
// credential leaves this module, `toJSON()` is never called (it holds the secret), and only its number is kept.

import { prfInput } from "./keys.js";

/** The passkey cannot give a secret: it, the browser or the system does not know PRF. */
export class NoPrf extends Error {}

/** @typedef {{ credential: Uint8Array<ArrayBuffer>, secret: Uint8Array }} Opened */

/**
 * A new passkey for the desk. Throws NoPrf.
 * @param {Uint8Array} salt
 * @param {string} name whose it is, as the device shows it
 * @returns {Promise<Opened>}
 */
export async function created(salt, name) {
  const made = await navigator.credentials.create({ publicKey: question(salt, name) });
  if (!(made instanceof PublicKeyCredential)) throw new NoPrf("no passkey");
  const credential = new Uint8Array(made.rawId);
  const { prf } = made.getClientExtensionResults();
  if (prf?.results) return { credential, secret: bytesOf(prf.results.first) };
  if (!prf?.enabled) throw new NoPrf("the passkey has no PRF");
  return { credential, secret: await asked(salt, credential) };
}

/**
 * What the passkey of this number gives. Throws NoPrf.
 * @param {Uint8Array} salt
 * @param {Uint8Array<ArrayBuffer>} credential
 */
export async function asked(salt, credential) {
  const allowCredentials = [{ type: /** @type {const} */ ("public-key"), id: credential }];
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const publicKey = { challenge, allowCredentials, userVerification: needed, extensions: extensions(salt) };
  const got = await navigator.credentials.get({ publicKey });
  const first = got instanceof PublicKeyCredential && got.getClientExtensionResults().prf?.results?.first;
  if (!first) throw new NoPrf("the passkey gave nothing");
  return bytesOf(first);
}

const needed = /** @type {const} */ ("required");

/** @param {Uint8Array} salt */
const extensions = (salt) => ({ prf: { eval: { first: new Uint8Array(prfInput(salt)) } } });

/**
 * @param {Uint8Array} salt
 * @param {string} name
 * @returns {PublicKeyCredentialCreationOptions}
 */
function question(salt, name) {
  return {
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    rp: { name: "Bredvid" },
    user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "discouraged", userVerification: needed },
    extensions: extensions(salt),
  };
}

/** @param {BufferSource} source */
function bytesOf(source) {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source).slice();
}
