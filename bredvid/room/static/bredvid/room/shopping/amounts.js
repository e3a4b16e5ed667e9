// What may be left of a folded line when amounts are taken off: "2 påsar ris" may be rice.

/** @typedef {{ quantities: Set<string>, units: Set<string>, joiners: Set<string> }} Amounts */

/**
 * What the line may name: itself first, then with ever more of an amount taken off its ends; never nothing.
 * @param {string} folded
 * @param {Amounts} amounts
 */
export function candidates(folded, amounts) {
  const words = folded.split(" ").filter(Boolean);
  const places = Array.from({ length: words.length + 1 }, (_, place) => place);
  const starts = places.slice(0, lengthOfAmount(words, amounts) + 1);
  const ends = places.filter((end) => isAmountAfter(words.slice(end), amounts));
  const kept = starts.flatMap((start) => ends.filter((end) => start < end).map((end) => ({ start, end })));
  kept.sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start);
  return kept.map(({ start, end }) => words.slice(start, end).join(" "));
}

/**
 * @param {string} word
 * @param {Amounts} amounts
 */
const isQuantity = (word, amounts) => /^\p{Nd}+$/u.test(word) || amounts.quantities.has(word);

/**
 * @param {string} word
 * @param {Amounts} amounts
 */
function isAmount(word, amounts) {
  return isQuantity(word, amounts) || amounts.units.has(word) || amounts.joiners.has(word);
}

/**
 * @param {string[]} words
 * @param {Amounts} amounts
 */
function lengthOfAmount(words, amounts) {
  if (words.length > 0 && amounts.joiners.has(words[0]) && !isQuantity(words[0], amounts)) return 0;
  const end = words.findIndex((word) => !isAmount(word, amounts));
  return end < 0 ? words.length : end;
}

/**
 * @param {string[]} words
 * @param {Amounts} amounts
 */
function isAmountAfter(words, amounts) {
  if (words.length === 0) return true;
  const hasDigits = words.some((word) => /^\p{Nd}+$/u.test(word));
  return hasDigits && isQuantity(words[0], amounts) && words.every((word) => isAmount(word, amounts));
}
