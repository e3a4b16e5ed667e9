// The page's words in its language, and what it says aloud. They stand in the page as data.

import { part } from "./elements.js";

/** @type {Record<string, string> | undefined} */
let known;

/**
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function word(name, values = {}) {
  known ??= JSON.parse(document.getElementById("desk-words")?.textContent ?? "{}");
  const text = known?.[name] ?? name;
  return Object.entries(values).reduce((all, [key, value]) => all.replaceAll(`{${key}}`, String(value)), text);
}

/**
 * A line that a screen reader reads aloud too; an empty one takes it away.
 * @param {string} text
 */
export function say(text) {
  const line = part("said");
  line.textContent = text;
  line.hidden = text === "";
}

/**
 * What a failure is called: by the class that the server or the protocol gave it.
 * @param {unknown} error
 */
export function sayFailure(error) {
  const outcome = error && typeof error === "object" && "outcome" in error ? String(error.outcome) : "";
  const name = error instanceof Error ? error.name : "";
  const known = word(`failed-${outcome || name}`);
  say(known.startsWith("failed-") ? word("failed") : known);
}

const language = () => document.documentElement.lang || "sv";

/**
 * A day as one says it.
 * @param {string} day YYYY-MM-DD
 */
export const dayInWords = (day) =>
  new Intl.DateTimeFormat(language(), { day: "numeric", month: "long" }).format(new Date(`${day}T12:00`));

/**
 * A minute as one says it; as it stands where it is none.
 * @param {string} minute YYYY-MM-DDTHH:MM
 */
export function minuteInWords(minute) {
  const when = new Date(minute);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute) || Number.isNaN(when.getTime())) return "";
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(when);
}
