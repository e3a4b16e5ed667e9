// Whether two written forms are within one edit: insertion, deletion, substitution, or swap of two neighbours.

/**
 * @param {string} one
 * @param {string} other
 */
export function withinOne(one, other) {
  const [short, long] = [Array.from(one), Array.from(other)].sort((left, right) => left.length - right.length);
  if (long.length - short.length > 1) return false;
  const at = short.findIndex((sign, place) => sign !== long[place]);
  if (at < 0) return true;
  const from = (/** @type {string[]} */ signs, /** @type {number} */ place) => signs.slice(place).join("");
  if (short.length < long.length) return from(short, at) === from(long, at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && from(short, at + 2) === from(long, at + 2);
  return swapped || from(short, at + 1) === from(long, at + 1);
}
