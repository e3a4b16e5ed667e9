// The desk's page: where one stands with one's keys, opening them, and what is to be done when they are open.

import { fromText } from "../protocol/encoding.js";
import { showColleagues } from "./colleagues.js";
import { closeRoom, showRoom, startConversation } from "./conversation.js";
import { onPress, part, show } from "./elements.js";
import { showInbox } from "./inbox.js";
import * as keys from "./keys.js";
import { making } from "./making.js";
import * as open from "./open-keys.js";
import { openedByPasskey, openedByPhrase } from "./opening.js";
import * as phrase from "./phrase.js";
import { say, sayFailure, word } from "./saying.js";
import * as server from "./server.js";

/** @typedef {import("./server.js").State} State */
/** @typedef {{ name: string, manages: boolean }} Who */

/** @returns {Who} */
function who() {
  const { name = "", manages } = part("desk").dataset;
  return { name, manages: manages === "yes" };
}

async function start() {
  part("loading").hidden = true;
  const state = await server.state();
  if (!state.desk) return who().manages ? setUp() : show("no-desk");
  if (!state.me) return begin(state);
  if (!state.me.handed) return wait(state);
  return locked(state);
}

/** Nobody has made the organisation's keys: she does, and her own. */
function setUp() {
  show("set-up");
  const [person, organisation] = [keys.newPerson(), keys.newOrganisation()];
  making(person, who().name, async (lock) => {
    await server.setUp(person, lock, organisation, await keys.handedTo(organisation, person.recipient));
    await opened({ person, organisation });
  });
}

/** @param {State} state */
function begin(state) {
  show("begin");
  const person = keys.newPerson();
  making(person, who().name, async (lock) => {
    await server.join(person, lock);
    await wait({ ...state, ...(await server.state()) });
  });
}

/** @param {State} state */
async function wait({ me }) {
  show("wait");
  if (me) part("my-fingerprint").textContent = keys.fingerprint(fromText(me.recipient, 32));
  onPress(part("let-in-yet"), () => location.reload(), sayFailure);
}

/** @param {State} state */
function locked(state) {
  show("locked");
  const [withPhrase] = state.me?.locks.filter((lock) => lock.way === "phrase") ?? [];
  const passkeys = state.me?.locks.filter((lock) => lock.way === "passkey") ?? [];
  part("open-by-phrase").hidden = !withPhrase;
  part("open-by-passkey").hidden = passkeys.length === 0;
  onPress(part("unlock-passkey"), async () => openWith(state, await firstOf(passkeys)), sayFailure);
  part("open-by-phrase").addEventListener("submit", (event) => event.preventDefault());
  onPress(part("unlock-phrase"), () => byPhrase(state, withPhrase), sayFailure);
}

/**
 * The first passkey that this device has.
 * @param {import("./server.js").Lock[]} locks
 */
async function firstOf(locks) {
  for (const [at, lock] of locks.entries()) {
    try {
      return await openedByPasskey(lock);
    } catch (error) {
      if (at === locks.length - 1) throw error;
    }
  }
  throw new Error("no passkey");
}

/**
 * @param {State} state
 * @param {import("./server.js").Lock} lock
 */
async function byPhrase(state, lock) {
  const field = /** @type {HTMLTextAreaElement} */ (part("phrase"));
  const words = phrase.wordsOf(field.value);
  const strange = phrase.unknown(words);
  if (strange.length > 0) return say(word("strange-words", { words: strange.join(", ") }));
  if (words.length !== phrase.LENGTH) return say(word("so-many-words", { number: words.length, all: phrase.LENGTH }));
  say(word("working"));
  await openWith(state, await openedByPhrase(lock, words));
  field.value = "";
}

/**
 * @param {State} state
 * @param {import("./keys.js").Person} person
 */
async function openWith({ me, desk }, person) {
  if (!me?.handed || !desk) throw new Error("nothing to open");
  const known = { author: fromText(desk.author, 32), recipient: fromText(desk.recipient, 32) };
  const organisation = await keys.organisationFrom(fromText(me.handed), person, known);
  await server.unlockedToday();
  await opened({ person, organisation });
}

/** @param {import("./open-keys.js").Keys} held */
async function opened(held) {
  open.hold(held);
  say("");
  const { author, recipient } = held.organisation;
  part("our-fingerprint").textContent = keys.fingerprint(author, recipient);
  part("open-bar").hidden = false;
  startConversation(part("desk").dataset.organisation ?? "");
  onPress(part("lock"), lock, sayFailure);
  onPress(part("another-way"), anotherWay, sayFailure);
  addEventListener("hashchange", () => route().catch(sayFailure));
  await route();
}

function lock() {
  open.forget();
  location.replace(location.pathname);
}

function anotherWay() {
  making(open.keys().person, who().name, async (made) => {
    await server.addLock(made);
    await route();
    say(word("way-added"));
  });
  show("make");
}

/** What the address asks for: a room by its number, the colleagues, or the list. */
async function route() {
  const asked = location.hash.slice(1);
  part("make").hidden = true;
  for (const link of document.querySelectorAll("[data-way]"))
    link.toggleAttribute("aria-current", link.getAttribute("href") === `#${asked}`);
  if (!/^\d+$/.test(asked)) closeRoom();
  if (asked === "kollegor") {
    show("colleagues");
    return showColleagues(who().manages);
  }
  if (/^\d+$/.test(asked)) {
    show("room");
    return showRoom(Number(asked));
  }
  show("inbox");
  return showInbox();
}

start().catch(sayFailure);
