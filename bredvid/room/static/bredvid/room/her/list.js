// The list, fetched once: one file, the same for everybody, whatever she writes or picks.

import { fold } from "../shopping/folding.js";
import { Reader } from "../shopping/reading.js";

/** So many of her own things in a message, and it would give her list away. */
const TELLING = 6;

/** @returns {Promise<Reader>} */
export async function theList() {
  const answer = await fetch(String(document.documentElement.dataset.list), { credentials: "omit" });
  if (!answer.ok) throw new Error("the list did not come");
  return new Reader(await answer.json());
}

/**
 * Whether a message holds her list, or what looks like one.
 * @param {string} text
 * @param {Reader} reader
 * @param {number[]} own the items of her list; none while she has no list here
 */
export function tellsTheList(text, reader, own) {
  if (own.length === 0) return reader.read(text).items.length >= TELLING;
  const folded = ` ${fold(text)} `;
  const holds = (/** @type {number} */ item) => reader.forms(item).some((form) => folded.includes(` ${form} `));
  return own.filter(holds).length >= TELLING;
}
