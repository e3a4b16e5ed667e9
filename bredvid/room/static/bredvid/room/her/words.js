// What the page says: the words stand in the page, in its language, and are found here by name.

/** The page's language, `sv` or `en`. */
export const language = () => document.documentElement.lang;

/**
 * A sentence by its name, with what stands in braces put in.
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function words(name, values = {}) {
  const all = /** @type {HTMLTemplateElement} */ (document.getElementById("words")).content;
  const found = all.querySelector(`[data-word="${name}"]`)?.textContent ?? name;
  return found.trim().replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

/**
 * The minute on this clock, as it stands in what is sealed and nowhere else.
 * @param {Date} [now]
 */
export function minute(now = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

/**
 * A minute as she reads it: "24 november 21.40".
 * @param {string} at
 */
export function when(at) {
  const read = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at) ? new Date(at) : null;
  if (!read || Number.isNaN(read.getTime())) return "";
  const day = { day: /** @type {const} */ ("numeric"), month: /** @type {const} */ ("long") };
  return `${read.toLocaleDateString(tag(), day)} ${clock(at.slice(11))}`;
}

/**
 * "21.40", in English "21:40".
 * @param {string} time
 */
const clock = (time) => (language() === "sv" ? time.replace(":", ".") : time);

const tag = () => (language() === "sv" ? "sv-SE" : "en-GB");

/**
 * When a desk answers: now, the next time, or "" where it is not said. `next_open` is "3 09:00".
 * @param {{ open_now: boolean | null, next_open: string }} desk
 */
export function answers({ open_now, next_open }) {
  if (open_now) return words("open-now");
  const [, weekday, time] = /^([1-7]) (\d{2}:\d{2})$/.exec(next_open) ?? [];
  if (!weekday) return "";
  const monday = new Date(2024, 0, Number(weekday)); // the first of January 2024 was a Monday
  return words("next-open", { when: `${monday.toLocaleDateString(tag(), { weekday: "long" })} ${clock(time)}` });
}

/**
 * The number of a week such as 2026-W48.
 * @param {string} week
 */
export const weekNumber = (week) => Number(week.split("-W")[1] ?? 0);
