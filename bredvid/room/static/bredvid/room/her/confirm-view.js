// That she has the list: she picks its things among others. Then her message is sent.

import { ITEMS } from "../shopping/canonical.js";
import { choose, shuffled } from "../shopping/choosing.js";
import { opened } from "./room.js";
import { sameWord } from "./same-word.js";
import { element, press, say, show } from "./views.js";
import { answers, language, words } from "./words.js";
import { isLeaving } from "./work.js";

const SHOWN = 24;

/** @param {import("./page.js").Page} page */
export function askToConfirm(page) {
  const { session, reader } = page;
  if (!session.work) return page.go("list");
  const view = show("confirm");
  const picks = view.part("[data-picks]", HTMLElement);
  for (const item of among(session.items)) picks.append(pick(item, reader.name(item, language())));
  const word = view.part("input[type=text]", HTMLInputElement);
  view.part("[data-word-again]", HTMLElement).hidden = !session.word;
  const count = view.part("[data-count]", HTMLElement);
  const tell = () => {
    count.textContent = words("picked", { n: chosen(picks).length, of: session.items.length });
  };
  picks.addEventListener("change", tell);
  tell();
  session.work.tellIn(view);
  press(view, "[data-back]", () => page.go("list"));
  press(view, "[data-go]", () => {
    const found = chosen(picks);
    const right = found.length === session.items.length && found.every((item) => session.items.includes(item));
    if (!right) return say(view, "other-things");
    if (!sameWord(word.value, session.word)) return say(view, "other-word");
    return send(page, view);
  });
}

/**
 * Her things and as many others as make 24, in an order that tells nothing.
 * @param {number[]} items
 */
function among(items) {
  const others = new Set(items);
  while (others.size < Math.min(SHOWN, ITEMS)) for (const item of choose()) if (others.size < SHOWN) others.add(item);
  return shuffled([...others]);
}

/**
 * @param {number} item
 * @param {string} name
 */
function pick(item, name) {
  const row = element("label", "", "pick");
  const input = element("input");
  Object.assign(input, { type: "checkbox", value: String(item) });
  row.append(input, element("span", name));
  return row;
}

/** @param {HTMLElement} picks */
function chosen(picks) {
  const checked = /** @type {NodeListOf<HTMLInputElement>} */ (picks.querySelectorAll("input:checked"));
  return Array.from(checked, (input) => Number(input.value));
}

/**
 * @param {import("./page.js").Page} page
 * @param {import("./views.js").View} view
 */
async function send(page, view) {
  const { session } = page;
  if (!session.work || !session.desk) return;
  say(view, "sending");
  try {
    const made = await session.work.made;
    session.room = await opened(made, session.desk, session.text.trim(), session.work.how);
  } catch (error) {
    if (isLeaving(error)) return;
    say(view, "not-sent");
    return;
  }
  session.text = "";
  if (!view.signal.aborted) sent(page, session.desk);
}

/**
 * @param {import("./page.js").Page} page
 * @param {import("./room.js").Desk} desk
 */
function sent(page, desk) {
  const view = show("sent");
  view.part("[data-who]", HTMLElement).textContent = words("answers-you", { name: desk.name });
  view.part("[data-when]", HTMLElement).textContent = answers(desk);
  view.part("[data-where]", HTMLElement).textContent = location.host + location.pathname;
  press(view, "[data-go]", () => page.go("room"));
  press(view, "[data-pause]", () => page.forget("paused"));
}
