// What a typed line or a whole typed list names. A near miss is a question, never a silent correction.

import { candidates } from "./amounts.js";
import { LEAST, MOST } from "./canonical.js";
import { withinOne } from "./distance.js";
import { fold } from "./folding.js";

/**
 * The list's file: each item's forms, language by language.
 * @typedef {{ version: number, languages: string[], items: string[][][],
 *   amounts: Record<"quantities" | "units" | "joiners" | "between", string[]> }} ListFile
 * @typedef {{ text: string, answer: "item" | "question" | "unknown", item: number | null }} Piece
 * @typedef {{ pieces: Piece[], items: number[], problems: string[] }} Reading
 */

const MARKS = "\\n\\r\\v\\f\\u0085\\u2028\\u2029;؛،、&+•·";
const BLANK = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
// A comma between digits belongs to a number. It is put aside while the line is parted: old browsers cannot look behind.
const DECIMAL = /(\p{Nd}),(?=\p{Nd})/gu;
const ASIDE = "\ue000";
const OUTER = new RegExp(`^${BLANK}+|${BLANK}+$`, "g");

export class Reader {
  #amounts;
  #between;
  #languages;
  #items;
  /** @type {Map<string, number>} */
  #itemOf = new Map();

  /** @param {ListFile} list */
  constructor({ items, amounts, languages }) {
    const { quantities, units, joiners, between } = amounts;
    this.#amounts = { quantities: new Set(quantities), units: new Set(units), joiners: new Set(joiners) };
    this.#between = new RegExp(`[${MARKS}]|,|${BLANK}(?:${between.join("|")})(?=${BLANK})`, "iu");
    this.#languages = languages;
    this.#items = items;
    for (const [item, languagesOfIt] of items.entries())
      for (const form of languagesOfIt.flat()) this.#itemOf.set(fold(form), item);
  }

  /**
   * The item as it is shown.
   * @param {number} item
   * @param {string} language
   */
  name(item, language) {
    return this.#items[item][Math.max(0, this.#languages.indexOf(language))][0];
  }

  /**
   * Every written form of an item, folded.
   * @param {number} item
   */
  forms(item) {
    return this.#items[item].flat().map(fold);
  }

  /**
   * Names that begin as a text does, or have a word that does, for a list to pick from.
   * @param {string} text
   * @param {string} language
   * @param {number} most
   */
  beginningWith(text, language, most) {
    const folded = fold(text);
    if (!folded) return [];
    const named = this.#items.map((_, item) => ({ item, form: fold(this.name(item, language)) }));
    const first = named.filter(({ form }) => form.startsWith(folded));
    const inside = named.filter(({ form }) => form.includes(` ${folded}`));
    return [...first, ...inside].slice(0, most).map(({ item }) => item);
  }

  /**
   * Reads a whole list, one thing a line or several with commas between, in any order and with any amounts.
   * @param {string} text
   * @returns {Reading}
   */
  read(text) {
    const pieces = this.pieces(text);
    const named = pieces.filter(({ answer }) => answer === "item").map(({ item }) => Number(item));
    const items = [...new Set(named)].sort((one, other) => one - other);
    const holds = {
      question: pieces.some(({ answer }) => answer === "question"),
      unknown: pieces.some(({ answer }) => answer === "unknown"),
      repeated: named.length > items.length,
      "too-few": items.length < LEAST,
      "too-many": items.length > MOST,
    };
    return { pieces, items, problems: Object.entries(holds).flatMap(([problem, isSo]) => (isSo ? [problem] : [])) };
  }

  /** @param {string} text */
  pieces(text) {
    const parts = text.normalize("NFKC").replace(DECIMAL, `$1${ASIDE}`).split(this.#between);
    const trimmed = parts.map((part) => part.replaceAll(ASIDE, ",").replace(OUTER, ""));
    return trimmed.filter((part) => /\p{L}/u.test(part)).map((part) => this.piece(part));
  }

  /**
   * What one thing is: an item by an exact form, a question about the only item within one edit, or unknown.
   * @param {string} text
   * @returns {Piece}
   */
  piece(text) {
    const possible = candidates(fold(text), this.#amounts);
    const exact = possible.find((form) => this.#itemOf.has(form));
    if (exact !== undefined) return { text, answer: "item", item: this.#itemOf.get(exact) ?? null };
    const near = new Set(possible.flatMap((form) => this.#near(form)));
    const [item] = near;
    return near.size === 1 ? { text, answer: "question", item } : { text, answer: "unknown", item: null };
  }

  /** @param {string} text */
  #near(text) {
    const close = [...this.#itemOf].filter(([form]) => Math.abs(form.length - text.length) < 3 && withinOne(text, form));
    return close.map(([, item]) => item);
  }
}
