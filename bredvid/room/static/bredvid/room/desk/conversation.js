// One room: what was written, and the answer. What is typed stays in its field until the server has it.

import { LEAVE } from "../protocol/entries.js";
import { element, onPress, part } from "./elements.js";
import { opened } from "./inbox.js";
import { keys } from "./open-keys.js";
import { written } from "./room.js";
import { minuteInWords, say, sayFailure, word } from "./saying.js";
import * as server from "./server.js";

/** @typedef {Awaited<ReturnType<typeof opened>>} Opened */
const LOOK_MS = 20_000;

/** @type {Opened | null} */
let current = null;
/** @type {{ text: string, key: Uint8Array, batch: Uint8Array[] } | null} */
let pending = null;
let ourName = "";

/**
 * Ties the buttons, once.
 * @param {string} name what the organisation is called in rooms
 */
export function startConversation(name) {
  ourName = name;
  onPress(part("send"), () => send(field().value.trim(), false), sayFailure);
  onPress(part("leave"), () => send("", true), sayFailure);
  setInterval(() => {
    if (current && !document.hidden) void look(current.number).catch(() => {});
  }, LOOK_MS);
}

/** @param {number} number */
export async function showRoom(number) {
  if (current?.number !== number) field().value = "";
  part("room-name").textContent = word("room", { number });
  part("lines").replaceChildren();
  await look(number);
  part("room-name").focus();
}

/** The room is left; its words are taken off the page. */
export function closeRoom() {
  current = null;
  pending = null;
  part("lines").replaceChildren();
  field().value = "";
}

/** @param {number} number */
async function look(number) {
  const before = current?.number === number ? current.state.sequence : -2;
  const room = await opened(number);
  current = room;
  if (room.state.sequence !== before) fill(room);
}

/** @param {Opened} room */
function fill(room) {
  const rows = room.lines.filter((line) => line.kind === LEAVE || line.text !== "").map(row);
  if (room.hidden > 0) rows.push(element("li", { class: "talk-note" }, word("hidden")));
  part("lines").replaceChildren(...rows);
  part("answer").hidden = !room.member;
  part("ended").hidden = room.member;
}

/** @param {import("./room.js").Line} line */
function row({ by, at, text, kind }) {
  if (kind === LEAVE) return element("li", { class: "talk-note" }, word(by === "us" ? "we-left" : "other-left"));
  const head = `${word(`by-${by}`)}${at ? ` · ${minuteInWords(at)}` : ""}`;
  const words = element("p", { class: "talk-text" }, text ?? word("unreadable"));
  return element("li", { class: `talk-line ${by}` }, element("p", { class: "small soft" }, head), words);
}

const field = () => /** @type {HTMLTextAreaElement} */ (part("text"));

/**
 * @param {string} text
 * @param {boolean} leaves
 */
async function send(text, leaves) {
  if (!current || (!text && !leaves)) return say(word("nothing-typed"));
  const { number, state } = current;
  const asked = leaves ? "\0" : text;
  // The same words again after a broken line are the same batch: the server writes it once.
  if (pending?.text !== asked) {
    const batch = await written(state, keys().organisation, { text, name: ourName, leaves });
    pending = { text: asked, key: crypto.getRandomValues(new Uint8Array(16)), batch };
  }
  try {
    await server.append(number, pending.key, pending.batch);
  } catch (error) {
    if (error instanceof server.Refused) pending = null;
    if (error instanceof server.Refused && error.outcome === "conflict") await look(number);
    throw error;
  }
  pending = null;
  field().value = "";
  say(word(leaves ? "left" : "sent"));
  if (leaves) location.hash = "";
  else await look(number);
}
