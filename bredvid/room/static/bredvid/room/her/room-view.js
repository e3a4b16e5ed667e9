// Her room: what was said, who is here, how long it is kept, and every way out of it.

import { toHex } from "../protocol/encoding.js";
import { fingerprint } from "../desk/keys.js";
import { pause, Refused } from "./asking.js";
import { reason } from "./come-back.js";
import { lettersOf, offerCopies } from "./copies.js";
import { tellsTheList } from "./list.js";
import { element, press, say, show } from "./views.js";
import { weekNumber, when, words } from "./words.js";
import { isLeaving } from "./work.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./views.js").View} View */
/** @typedef {import("./room.js").HerRoom} HerRoom */

const POLL_MS = 20_000;

/** @param {Page} page */
export function enter(page) {
  const { room, work } = page.session;
  if (!room || !work) return page.go("start");
  const view = show("room");
  work.onLost = (lost) => say(view, lost ? "lost" : "");
  tell(view, room);
  writing(page, view, room);
  keeping(view, room);
  leaving(page, view, room);
  offerCopies(page, view, room);
  poll(view, room);
}

/**
 * @param {View} view
 * @param {HerRoom} room
 */
function tell(view, room) {
  const log = view.part("[data-log]", HTMLElement);
  // What stands is left standing: a screen reader says only what is new.
  for (const line of room.lines.slice(log.children.length)) log.append(message(line));
  const here = room.members.map((member) => present(member));
  view.part("[data-here]", HTMLElement).replaceChildren(...here);
  view.part("[data-alone]", HTMLElement).hidden = here.length > 0;
  const week = weekNumber(room.week);
  view.part("[data-week]", HTMLElement).textContent = week ? words("ends-in-week", { week }) : "";
}

/** @param {import("./room.js").Line} line */
function message(line) {
  const row = element("li", "", line.hers ? "hers" : "theirs");
  const [name, text] = lettersOf(line);
  const head = element("p", "", "by");
  head.append(element("b", name), ` ${when(line.at)}`);
  row.append(head, element("p", text, "said"));
  return row;
}

/** @param {HerRoom["members"][number]} member */
function present({ name, author, recipient }) {
  const row = element("li");
  const key = element("details");
  key.append(element("summary", words("their-key")), element("p", fingerprint(author, recipient), "digits"));
  row.append(element("b", name || toHex(author).slice(0, 8)), key);
  return row;
}

/**
 * @param {Page} page
 * @param {View} view
 * @param {HerRoom} room
 */
function writing(page, view, room) {
  const field = view.part("textarea", HTMLTextAreaElement);
  press(view, "[data-send]", async () => {
    const text = field.value.trim();
    if (!text) return field.focus();
    if (tellsTheList(text, page.reader, page.session.items)) return say(view, "holds-your-list");
    say(view, "sending");
    await carriedOut(view, () => room.write(text), () => {
      field.value = "";
      tell(view, room);
      say(view, "sent");
    });
  });
}

/**
 * @param {View} view
 * @param {HerRoom} room
 */
function keeping(view, room) {
  for (const days of [30, 90, 365])
    press(view, `[data-days="${days}"]`, () =>
      carriedOut(view, () => room.keepFor(days), () => {
        tell(view, room);
        say(view, "kept", { week: weekNumber(room.week) });
      }),
    );
}

/**
 * @param {Page} page
 * @param {View} view
 * @param {HerRoom} room
 */
function leaving(page, view, room) {
  press(view, "[data-pause]", () => page.forget("paused"));
  const sure = view.part("[data-sure]", HTMLElement);
  press(view, "[data-delete]", () => {
    sure.hidden = false;
    view.part("[data-delete-now]", HTMLButtonElement).focus();
  });
  press(view, "[data-keep]", () => {
    sure.hidden = true;
  });
  press(view, "[data-delete-now]", () => carriedOut(view, () => room.destroy(), () => page.forget("deleted")));
}

/**
 * Asks now and then what is new, while the page is seen.
 * @param {View} view
 * @param {HerRoom} room
 */
async function poll(view, room) {
  try {
    for (;;) {
      await pause(POLL_MS + Math.random() * POLL_MS, view.signal);
      if (document.visibilityState !== "visible") continue;
      if (await room.refresh()) tell(view, room);
    }
  } catch (error) {
    if (!view.signal.aborted && !isLeaving(error)) say(view, reason(error));
  }
}

/**
 * @param {View} view
 * @param {() => Promise<unknown>} does
 * @param {() => void} then
 */
async function carriedOut(view, does, then) {
  try {
    await does();
    if (!view.signal.aborted) then();
  } catch (error) {
    if (isLeaving(error) || view.signal.aborted) return;
    say(view, error instanceof Refused && error.outcome === "quota" ? "quota" : reason(error));
  }
}
