// Colleagues: who holds the organisation's key, and letting one in after fingerprints were compared.

import { fromText } from "../protocol/encoding.js";
import { button, element, part } from "./elements.js";
import { fingerprint, handedTo } from "./keys.js";
import { keys } from "./open-keys.js";
import { dayInWords, say, sayFailure, word } from "./saying.js";
import * as server from "./server.js";

/** @typedef {import("./server.js").Colleague} Colleague */

/** @param {boolean} mayTakeAway */
export async function showColleagues(mayTakeAway) {
  const { colleagues, desk } = await server.state();
  part("colleagues").replaceChildren(...colleagues.map((each) => row(each, mayTakeAway)));
  part("not-ready").hidden = desk?.ready ?? true;
  part("alone").hidden = colleagues.length > 1;
}

/**
 * @param {Colleague} colleague
 * @param {boolean} mayTakeAway
 */
function row(colleague, mayTakeAway) {
  const about = element("span", { class: "small soft" }, standing(colleague));
  const actions = element("div", { class: "actions" });
  const item = element("li", {}, element("div", {}, element("strong", {}, colleague.name), element("br"), about), actions);
  const again = () => showColleagues(mayTakeAway);
  if (!colleague.holds) actions.append(button(word("compare"), () => compare(item, colleague, again)));
  if (mayTakeAway) actions.append(button(word("take-away"), () => ask(item, colleague, again), { quiet: true, failed: sayFailure }));
  return item;
}

/** @param {Colleague} colleague */
function standing({ holds, unlocked }) {
  if (!holds) return word("waits-to-hold");
  return unlocked ? word("unlocked-on", { day: dayInWords(unlocked) }) : word("never-unlocked");
}

/**
 * @param {HTMLElement} item
 * @param {Colleague} colleague
 * @param {() => Promise<void>} again
 */
function compare(item, colleague, again) {
  const recipient = fromText(colleague.recipient, 32);
  const numbers = element("p", { class: "fingerprint" }, fingerprint(recipient));
  const letIn = async () => {
    await server.letIn(colleague, await handedTo(keys().organisation, recipient));
    say(word("let-in", { name: colleague.name }));
    await again();
  };
  const question = element("p", {}, word("same-numbers", { name: colleague.name }));
  below(item, question, numbers, [[word("same"), letIn], [word("not-same"), again]]);
}

/**
 * @param {HTMLElement} item
 * @param {Colleague} colleague
 * @param {() => Promise<void>} again
 */
function ask(item, colleague, again) {
  const takeAway = async () => {
    await server.takeAway(colleague);
    say(word("taken-away", { name: colleague.name }));
    await again();
  };
  const question = element("p", {}, word("take-away-from", { name: colleague.name }));
  below(item, question, "", [[word("take-away"), takeAway], [word("keep"), again]]);
}

/**
 * @param {HTMLElement} item
 * @param {HTMLElement} question
 * @param {HTMLElement | ""} more
 * @param {[string, () => Promise<void>][]} deeds
 */
function below(item, question, more, deeds) {
  for (const earlier of item.querySelectorAll(".asked")) earlier.remove();
  const buttons = deeds.map(([text, deed], at) => button(text, deed, { quiet: at > 0, failed: sayFailure }));
  question.tabIndex = -1;
  item.append(element("div", { class: "asked" }, question, more, element("div", { class: "actions" }, ...buttons)));
  question.focus();
}
