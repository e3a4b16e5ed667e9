// The list of rooms: those that wait first, in the order in which they began to. When somebody last wrote is read out of
// what is sealed, here, and shown as it is read.

import { element, part } from "./elements.js";
import { keys } from "./open-keys.js";
import { read } from "./room.js";
import { minuteInWords, word } from "./saying.js";
import * as server from "./server.js";

/** @typedef {import("./server.js").Listed} Listed */
const LOOKED_INTO = 20;

/** Shows the list anew. */
export async function showInbox() {
  const rooms = await server.rooms();
  const waiting = rooms.filter((room) => room.waiting);
  fill("waiting", waiting);
  fill("answered", rooms.filter((room) => !room.waiting));
  if (rooms.length === 0) await showWhetherChosen();
  part("no-rooms").hidden = rooms.length > 0;
  part("none-waiting").hidden = waiting.length > 0 || rooms.length === 0;
  void lookInto(waiting.slice(0, LOOKED_INTO));
}

/** Where nobody has written: whether she could. */
async function showWhetherChosen() {
  const ready = (await server.state()).desk?.ready ?? false;
  part("may-be-chosen").hidden = !ready;
  part("may-not-be-chosen").hidden = ready;
}

/**
 * @param {string} name
 * @param {Listed[]} rooms
 */
function fill(name, rooms) {
  part(`${name}-section`).hidden = rooms.length === 0;
  part(name).replaceChildren(...rooms.map(row));
}

/** @param {Listed} room */
function row(room) {
  const name = element("strong", {}, word("room", { number: room.number }));
  const about = element("span", { class: "small soft", "data-about": String(room.number) }, standing(room));
  const link = element("a", { href: `#${room.number}`, class: "button quiet" }, word(room.waiting ? "read-answer" : "read"));
  link.append(element("span", { class: "visually-hidden" }, ` ${word("room", { number: room.number })}`));
  return element("li", {}, element("div", {}, name, element("br"), about), link);
}

/** @param {Listed} room */
const standing = ({ waiting, member }) => word(waiting ? "waits" : member ? "is-answered" : "has-ended");

/**
 * When she last wrote, one room after the other, so that the list stands at once.
 * @param {Listed[]} rooms
 */
async function lookInto(rooms) {
  for (const room of rooms) {
    const { lines } = await opened(room.number).catch(() => ({ lines: [] }));
    const last = lines.filter((line) => line.by === "she").at(-1);
    const about = document.querySelector(`[data-about="${room.number}"]`);
    if (last && about) about.textContent = `${word("waits")} · ${minuteInWords(last.at)}`;
  }
}

/**
 * A whole room, read from its first entry.
 * @param {number} number
 */
export async function opened(number) {
  const log = [];
  for (;;) {
    const part = await server.entries(number, log.length);
    log.push(...part.entries);
    if (!part.more || part.entries.length === 0) return { ...(await read(part.room, log, keys().organisation)), number };
  }
}
