// Whom she writes to: those who may be let in now. Where there are none, that is said, with who can be reached instead.

import { ask } from "./asking.js";
import { fromText } from "../protocol/encoding.js";
import { element, press, say, show, whileHere } from "./views.js";
import { answers } from "./words.js";
import { isLeaving } from "./work.js";

/** @typedef {import("./room.js").Desk} Desk */

/** @param {import("./page.js").Page} page */
export async function chooseDesk(page) {
  const view = show("desk");
  press(view, "[data-back]", () => page.go("start"));
  say(view, "fetching");
  let desks;
  try {
    desks = await openDesks((lost) => say(view, lost ? "lost" : "fetching"));
  } catch (error) {
    if (!isLeaving(error)) say(view, "failed");
    return;
  }
  if (view.signal.aborted) return;
  say(view, "");
  view.part(desks.length ? "[data-some]" : "[data-none]", HTMLElement).hidden = false;
  const list = view.part("[data-desks]", HTMLElement);
  for (const [number, desk] of desks.entries()) list.append(choice(desk, number, desks.length === 1));
  press(view, "[data-go]", () => {
    const chosen = list.querySelector("input:checked");
    if (!(chosen instanceof HTMLInputElement)) return say(view, "choose-one");
    page.session.desk = desks[Number(chosen.value)];
    page.go("list");
  });
}

/**
 * @param {(lost: boolean) => void} onLost
 * @returns {Promise<Desk[]>}
 */
async function openDesks(onLost) {
  const { desks } = await ask("d", { signal: whileHere(), onLost });
  const read = (/** @type {any} */ desk) => ({
    ...desk,
    author: fromText(desk.author, 32),
    recipient: fromText(desk.recipient, 32),
  });
  return desks.map(read);
}

/**
 * @param {Desk} desk
 * @param {number} number
 * @param {boolean} only
 */
function choice(desk, number, only) {
  const row = element("label", "", "pick");
  const input = element("input");
  Object.assign(input, { type: "radio", name: "desk", value: String(number), checked: only });
  const told = element("span");
  told.append(element("b", desk.name));
  for (const line of [desk.county ?? "", answers(desk)]) if (line) told.append(element("span", line, "soft"));
  row.append(input, told);
  return row;
}
