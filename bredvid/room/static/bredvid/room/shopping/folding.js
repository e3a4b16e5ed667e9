// How a written line loses what does not matter: case, accents, signs. bredvid/room/shopping/README.md states the steps.

// Signs that join or that nobody sees: they go away and leave no gap.
const WITHOUT_GAP = /['’‘`\u00ad\u200b\ufeff]|\u200c|\u200d|\u2060/g;

/**
 * The line in small plain letters, with digits apart from letters and single spaces between words.
 * @param {string} text
 */
export function fold(text) {
  const plain = caseFolded(text.normalize("NFKC")).normalize("NFD").replace(/\p{M}/gu, "");
  const letters = plain.replaceAll("ø", "o").replaceAll("æ", "a").replace(WITHOUT_GAP, "");
  return (letters.match(/\p{Nd}+|\p{L}+/gu) ?? []).join(" ");
}

/**
 * Unicode's full case folding, sign by sign.
 * @param {string} text
 */
export const caseFolded = (text) => Array.from(text, foldedSign).join("");

/** @param {string} sign */
function foldedSign(sign) {
  if (sign === "ı") return sign; // without a dot it is a letter of its own
  if (/[\u13a0-\u13f5]/.test(sign)) return sign; // Cherokee folds to its capitals
  if (/[\u13f8-\u13fd\uab70-\uabbf]/.test(sign)) return sign.toUpperCase();
  return Array.from(sign.toLowerCase().toUpperCase(), (each) => each.toLowerCase()).join("");
}
