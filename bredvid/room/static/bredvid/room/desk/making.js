// Making one's own key: a phrase that is copied by hand and asked for again, or a passkey. At first set-up the
// organisation's keys are made beside it.

import { element, onPress, part } from "./elements.js";
import { lockedByPasskey, lockedByPhrase } from "./opening.js";
import * as phrase from "./phrase.js";
import { say, sayFailure, word } from "./saying.js";

/**
 * Waits until she has made a key, and gives it. `done` sends the lock; where it fails she can try again.
 * @param {import("./keys.js").Person} person
 * @param {string} name
 * @param {(lock: import("./server.js").Lock) => Promise<void>} done
 */
export function making(person, name, done) {
  const section = part("make");
  section.hidden = false;
  part("make-ways", section).hidden = false;
  part("make-phrase", section).hidden = true;
  const finish = async (/** @type {import("./server.js").Lock} */ lock) => {
    await done(lock);
    section.hidden = true;
    say("");
  };
  once(part("by-passkey", section), async () => finish(await lockedByPasskey(person, name)));
  once(part("by-phrase", section), () => copying(section, (words) => withPhrase(person, words, finish)));
}

/**
 * @param {import("./keys.js").Person} person
 * @param {string[]} words
 * @param {(lock: import("./server.js").Lock) => Promise<void>} finish
 */
async function withPhrase(person, words, finish) {
  say(word("working"));
  await finish(await lockedByPhrase(person, words));
}

/**
 * Shows the phrase; when she has copied it, takes it away and asks for it.
 * @param {HTMLElement} section
 * @param {(words: string[]) => Promise<void>} copied
 */
function copying(section, copied) {
  const words = phrase.drawn();
  part("make-ways", section).hidden = true;
  part("make-phrase", section).hidden = false;
  part("phrase-shown", section).hidden = false;
  part("phrase-again", section).hidden = true;
  const list = part("phrase-words", section);
  list.replaceChildren(...words.map((each) => element("li", {}, each)));
  part("phrase-heading", section).focus();
  once(part("phrase-copied", section), () => {
    list.replaceChildren();
    part("phrase-shown", section).hidden = true;
    part("phrase-again", section).hidden = false;
    field(section).value = "";
    field(section).focus();
  });
  once(part("phrase-new", section), () => copying(section, copied));
  once(part("phrase-confirm", section), async () => {
    if (!phrase.same(phrase.wordsOf(field(section).value), words)) return say(word("phrase-differs"));
    field(section).value = "";
    await copied(words);
  });
}

/** @param {HTMLElement} section */
const field = (section) => /** @type {HTMLTextAreaElement} */ (part("phrase-typed", section));

/**
 * A button's deed in place of the one it had before.
 * @param {HTMLElement} pressed
 * @param {() => Promise<void> | void} deed
 */
function once(pressed, deed) {
  const fresh = /** @type {HTMLElement} */ (pressed.cloneNode(true));
  pressed.replaceWith(fresh);
  onPress(fresh, deed, sayFailure);
}

