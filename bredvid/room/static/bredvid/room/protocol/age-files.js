// age files with X25519 recipients (section 2): npm's `age-encryption` seals and opens them, and before it opens one
// our own check of the header rejects whatever this protocol does not have.

import { Decrypter, Encrypter } from "age-encryption";
import { identityText, recipientText } from "./keys.js";
import { Rejected } from "./outcomes.js";
import { BUCKETS } from "./padding.js";

const FIXED = 102;
const STANZA = 98;
const HEADER = 70;
const CHUNK = 65_536;
const NONCE_AND_TAG = 32;
// 32 bytes in base64 without padding: the last letter carries four bits, and the other two are zero.
const KEY = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]";

/**
 * How long a file is that holds so many bytes, of one chunk, for so many recipients.
 * @param {number} payload
 * @param {number} recipients
 */
export const sealedLength = (payload, recipients) => FIXED + STANZA * recipients + payload;

/**
 * Throws Rejected (bad-size, wrong-kind) unless this has the outside of a file of ours.
 * @param {Uint8Array} file
 * @param {number} recipients
 * @param {number[]} [sizes]
 */
export function checkForm(file, recipients, sizes = BUCKETS) {
  if (!sizes.some((size) => file.length === sealedLength(size, recipients)))
    throw new Rejected("bad-size", `${file.length} bytes`);
  checkHeader(file, recipients);
}

/**
 * Throws Rejected (wrong-kind) unless the header has exactly so many X25519 stanzas and nothing else.
 * @param {Uint8Array} file
 * @param {number} recipients
 */
export function checkHeader(file, recipients) {
  const head = file.subarray(0, HEADER + STANZA * recipients);
  const form = `^age-encryption\\.org/v1\\n(?:-> X25519 ${KEY}\\n${KEY}\\n){${recipients}}--- ${KEY}\\n$`;
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join("");
  if (!new RegExp(form).test(text)) throw new Rejected("wrong-kind", "header");
}

/**
 * The age file of a message, one stanza for each recipient, in their order.
 * @param {Uint8Array[]} recipients
 * @param {Uint8Array} message
 */
export async function seal(recipients, message) {
  if (message.length > CHUNK) throw new Rejected("too-large");
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipientText(recipient));
  const file = await encrypter.encrypt(message);
  if (file.length !== sealedLength(message.length, recipients.length)) throw new Error("a file of another length");
  return file;
}

/**
 * The message of a file with so many recipients. Throws Rejected (wrong-kind, wrong-key, changed).
 * @param {Uint8Array} identity
 * @param {Uint8Array} file
 * @param {number} recipients
 */
export async function open(identity, file, recipients) {
  checkHeader(file, recipients);
  const payload = file.length - HEADER - STANZA * recipients - NONCE_AND_TAG;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityText(identity));
  await checkKey(decrypter, file.subarray(0, HEADER + STANZA * recipients));
  if (payload < 0 || payload > CHUNK) throw new Rejected("changed", "not one chunk");
  try {
    return await decrypter.decrypt(file);
  } catch {
    throw new Rejected("changed", "payload");
  }
}

/**
 * The header by itself: whose it is, and whether it is whole. The library tells the two apart in words alone; its
 * version is pinned, and age's own vectors hold the words.
 * @param {Decrypter} decrypter
 * @param {Uint8Array} header
 */
async function checkKey(decrypter, header) {
  try {
    await decrypter.decryptHeader(header);
  } catch (error) {
    const changed = error instanceof Error && error.message === "invalid header HMAC";
    throw new Rejected(changed ? "changed" : "wrong-key", "header");
  }
}
