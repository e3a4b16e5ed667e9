// Her page: one page at one address. Its views take each other's place; nothing is kept but what this file holds.

import { comeBack } from "./come-back.js";
import { askToConfirm } from "./confirm-view.js";
import { chooseDesk } from "./desk-view.js";
import { showList } from "./list-view.js";
import { theList } from "./list.js";
import { Reader } from "../shopping/reading.js";
import { enter } from "./room-view.js";
import { start } from "./start-view.js";
import { endAll } from "./views.js";

/**
 * What she has written and chosen, until she leaves.
 * @typedef {{ text: string, desk: import("./room.js").Desk | null, items: number[], word: string,
 *   work: import("./work.js").Work | null, room: import("./room.js").HerRoom | null }} Session
 * @typedef {{ session: Session, reader: import("../shopping/reading.js").Reader, go: (step: Step) => void,
 *   forget: (said?: string) => void }} Page
 * @typedef {"start" | "desk" | "list" | "confirm" | "come-back" | "room"} Step
 */

const IDLE_MS = 15 * 60_000;

/** @returns {Session} */
const empty = () => ({ text: "", desk: null, items: [], word: "", work: null, room: null });

const STEPS = { start, desk: chooseDesk, list: showList, confirm: askToConfirm, "come-back": comeBack, room: enter };

/** Lets go of everything that was written, chosen or opened. */
function drop() {
  page.session.room?.forget();
  page.session.work?.end();
  endAll();
  page.session = empty();
}

/** @type {Page} */
const page = {
  session: empty(),
  reader: new Reader({ version: 0, languages: [], items: [], amounts: { quantities: [], units: [], joiners: [], between: [] } }),
  go: (step) => STEPS[step](page),
  forget: (said) => {
    drop();
    start(page, said);
  },
};

let idle = 0;

/** Nobody has touched the page for long: what it holds is let go of. */
function rest() {
  clearTimeout(idle);
  idle = window.setTimeout(() => page.session.room && page.forget("rested"), IDLE_MS);
}

/** Until the list is there the page says what can be done without. */
async function begin() {
  page.reader = await theList();
  for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, rest, { passive: true });
  addEventListener("pagehide", drop);
  start(page);
}

begin();
