// She comes back with her list: typed, or picked. What is no thing of the list is told here, before anything is hashed.

import { Refused } from "./asking.js";
import { Rejected } from "../protocol/outcomes.js";
import { LEAST, MOST } from "../shopping/canonical.js";
import { found } from "./room.js";
import { element, press, say, show } from "./views.js";
import { language, words } from "./words.js";
import { isLeaving, Work } from "./work.js";

const SUGGESTIONS = 5;

/** @param {import("./page.js").Page} page */
export function comeBack(page) {
  const { session, reader } = page;
  const view = show("come-back");
  const field = view.part("textarea", HTMLTextAreaElement);
  const word = view.part("input", HTMLInputElement);
  const change = (/** @type {string} */ text) => {
    field.value = text;
    field.focus();
    read();
  };
  const read = () => {
    tellPieces(view, reader, field.value, change);
    suggest(view, reader, field.value, change);
  };
  field.addEventListener("input", read);
  read();
  press(view, "[data-back]", () => page.go("start"));
  press(view, "[data-go]", async () => {
    const { items, problems } = reader.read(field.value);
    const [problem] = problems.filter((each) => each !== "repeated");
    if (problem) return say(view, `list-${problem}`, { n: items.length, least: LEAST, most: MOST });
    session.items = items;
    session.word = word.value;
    await open(page, view);
  });
}

/**
 * @param {import("./page.js").Page} page
 * @param {import("./views.js").View} view
 */
async function open(page, view) {
  const { session } = page;
  session.work?.end();
  const bar = view.part("[data-working]", HTMLElement);
  bar.hidden = false;
  try {
    session.work = new Work(session.items, session.word);
    session.work.tellIn(view);
    session.room = await found(await session.work.made, session.work.how);
    if (session.room) page.go("room");
    else say(view, "no-such-room");
  } catch (error) {
    if (!isLeaving(error)) say(view, reason(error));
  } finally {
    bar.hidden = true;
  }
}

/**
 * The words for what went wrong when a room was opened or read.
 * @param {unknown} error
 */
export function reason(error) {
  if (error instanceof Refused) return error.outcome === "refused" ? "no-such-room" : "failed";
  if (!(error instanceof Rejected)) return "failed";
  if (error.outcome === "pin-mismatch") return "other-keys";
  return error.outcome === "too-large" ? "word-too-long" : "other-history";
}

/**
 * Each thing as it was read: known, a question, or unknown.
 * @param {import("./views.js").View} view
 * @param {import("../shopping/reading.js").Reader} reader
 * @param {string} text
 * @param {(text: string) => void} change
 */
function tellPieces(view, reader, text, change) {
  const place = view.part("[data-pieces]", HTMLElement);
  const { pieces, items } = reader.read(text);
  view.part("[data-count]", HTMLElement).textContent = words("picked", { n: items.length, of: LEAST });
  // The line she is writing is not finished: nothing is said of it yet.
  const finished = /[\n,;]\s*$/.test(text) ? pieces : pieces.slice(0, -1);
  place.replaceChildren(...finished.filter(({ answer }) => answer !== "item").map((piece) => told(piece)));

  /** @param {import("../shopping/reading.js").Piece} piece */
  function told({ text: typed, answer, item }) {
    const row = element("li");
    if (answer === "unknown" || item === null) row.textContent = words("unknown-thing", { thing: typed });
    else {
      const name = reader.name(item, language());
      row.append(`${words("did-you-mean", { thing: typed, name })} `);
      const yes = element("button", words("yes-it-is", { name }), "small");
      yes.type = "button";
      yes.addEventListener("click", () => change(text.replace(typed, name)));
      row.append(yes);
    }
    return row;
  }
}

/**
 * Things that begin as the last line does, to pick instead of typing them out.
 * @param {import("./views.js").View} view
 * @param {import("../shopping/reading.js").Reader} reader
 * @param {string} text
 * @param {(text: string) => void} change
 */
function suggest(view, reader, text, change) {
  const place = view.part("[data-suggestions]", HTMLElement);
  const [, before, last] = /^([\s\S]*?)([^\n,;]*)$/.exec(text) ?? ["", "", ""];
  const items = last.trim().length < 2 ? [] : reader.beginningWith(last, language(), SUGGESTIONS);
  const buttons = items.map((item) => {
    const button = element("button", reader.name(item, language()), "small");
    button.type = "button";
    button.addEventListener("click", () => change(`${before}${button.textContent}\n`));
    return button;
  });
  place.replaceChildren(...buttons);
}
