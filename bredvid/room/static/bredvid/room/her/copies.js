// A copy of her own: made here, sent nowhere. Locked by words that she writes down, or open for anybody to read.

import { Encrypter } from "age-encryption";
import { choose } from "../shopping/choosing.js";
import { press, say } from "./views.js";
import { language, when, words } from "./words.js";

/** @typedef {import("./room.js").Line} Line */

/** scrypt at 2^15: 32 MiB, which an old telephone has. The phrase carries the strength. */
const SCRYPT = 15;

/**
 * Who said a thing, and what.
 * @param {Line} line
 * @returns {[string, string]}
 */
export function lettersOf(line) {
  const name = line.hers ? words("you") : line.name;
  const text = line.text ?? words("cannot-be-read");
  return [name, line.left ? `${words("has-left")} ${text}`.trim() : text];
}

/**
 * @param {import("./page.js").Page} page
 * @param {import("./views.js").View} view
 * @param {import("./room.js").HerRoom} room
 */
export function offerCopies(page, view, room) {
  press(view, "[data-copy]", () => {
    save(new TextEncoder().encode(asText(room.lines)), "text/plain", "txt");
    say(view, "copy-saved");
  });
  press(view, "[data-locked-copy]", async () => {
    const phrase = phraseOf(page);
    const place = view.part("[data-phrase]", HTMLElement);
    place.textContent = phrase;
    view.part("[data-phrase-told]", HTMLElement).hidden = false;
    save(await locked(asText(room.lines), phrase), "application/octet-stream", "age");
    say(view, "copy-saved");
  });
}

/** @param {Line[]} lines */
export function asText(lines) {
  const paragraphs = lines.map((line) => {
    const [name, text] = lettersOf(line);
    return `${name} ${when(line.at)}\n${text}\n`;
  });
  return paragraphs.join("\n");
}

/**
 * Words that open a copy: drawn, never her own list.
 * @param {import("./page.js").Page} page
 */
function phraseOf({ reader }) {
  const names = choose().map((item) => reader.name(item, language()));
  return names.join(" ");
}

/**
 * An age file that opens with the ordinary command and the phrase.
 * @param {string} text
 * @param {string} phrase
 */
export async function locked(text, phrase) {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(SCRYPT);
  encrypter.setPassphrase(phrase);
  return encrypter.encrypt(text);
}

/**
 * @param {Uint8Array} data
 * @param {string} type
 * @param {string} ending
 */
function save(data, type, ending) {
  const address = URL.createObjectURL(new Blob([new Uint8Array(data)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${document.title.toLowerCase()}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
