// Her list: drawn by the machine, shown as what it looks like. Her key is made of it and of one more word, if she likes.

import { choose } from "../shopping/choosing.js";
import { extraWord } from "../shopping/canonical.js";
import { Rejected } from "../protocol/outcomes.js";
import { element, press, say, show } from "./views.js";
import { language } from "./words.js";
import { Work } from "./work.js";

/** @param {import("./page.js").Page} page */
export function showList(page) {
  const { session, reader } = page;
  if (session.items.length === 0) session.items = choose();
  const view = show("list");
  const note = view.part(".note", HTMLElement);
  for (const item of session.items) note.append(element("li", reader.name(item, language())));
  const field = view.part("input", HTMLInputElement);
  field.value = session.word;
  press(view, "[data-back]", () => page.go("desk"));
  press(view, "[data-go]", () => {
    if (!fits(field.value)) return say(view, "word-too-long");
    begin(session, field.value);
    page.go("confirm");
  });
}

/**
 * The key is being made while she shows that she has the list. With another word it is another key.
 * @param {import("./page.js").Session} session
 * @param {string} word
 */
function begin(session, word) {
  if (session.work && session.word === word) return;
  session.work?.end();
  session.word = word;
  session.work = new Work(session.items, word);
}

/** @param {string} word */
function fits(word) {
  try {
    extraWord(word);
    return true;
  } catch (error) {
    if (error instanceof Rejected) return false;
    throw error;
  }
}
