// What is asked of the server. It is given what is sealed or public, and nothing else: a test reads every request.

import { fromText, toText } from "../protocol/encoding.js";

/** The server refused, for a reason that it names. */
export class Refused extends Error {
  /** @param {string} outcome */
  constructor(outcome) {
    super(outcome);
    this.name = "Refused";
    this.outcome = outcome;
  }
}

/**
 * @typedef {{ way: "phrase" | "passkey", salt: string, credential: string, wrapped: string }} Lock
 * @typedef {{ number: number, name: string, holds: boolean, unlocked: string | null, recipient: string }} Colleague
 * @typedef {{ name: string, author: string, recipient: string, ready: boolean }} Desk
 * @typedef {{ recipient: string, handed: string | null, locks: Lock[] }} Me
 * @typedef {{ desk: Desk | null, me: Me | null, colleagues: Colleague[] }} State
 * @typedef {{ number: number, waiting: boolean, member: boolean, entries: number }} Listed
 */

const root = () => document.querySelector("[data-api]")?.getAttribute("data-api") ?? "";
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.getAttribute("value") ?? "";

/**
 * @param {string} path
 * @param {object} [body] sent where it is given
 * @returns {Promise<any>}
 */
async function asked(path, body) {
  const sends = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token() };
  const answer = await fetch(root() + path, { ...sends, headers, cache: "no-store", redirect: "manual" });
  if (answer.type === "opaqueredirect" || !answer.headers.get("Content-Type")?.startsWith("application/json"))
    throw new Refused("signed-out");
  const read = await answer.json();
  if (!answer.ok) throw new Refused(String(read.class ?? "refused"));
  return read;
}

/** @returns {Promise<State>} */
export const state = () => asked("tillstand/");

/**
 * @param {Uint8Array} salt
 * @param {Uint8Array} wrapped
 * @param {Uint8Array} [credential] a passkey's number
 * @returns {Lock}
 */
export function lockOf(salt, wrapped, credential = new Uint8Array()) {
  const way = credential.length > 0 ? "passkey" : "phrase";
  return { way, salt: toText(salt), credential: toText(credential), wrapped: toText(wrapped) };
}

/**
 * @param {import("./keys.js").Person} person
 * @param {Lock} lock
 * @param {import("./keys.js").Organisation} organisation
 * @param {Uint8Array} handed
 */
export function setUp(person, lock, organisation, handed) {
  const desk = { author: toText(organisation.author), recipient: toText(organisation.recipient), handed: toText(handed) };
  return asked("uppstart/", { recipient: toText(person.recipient), lock, desk });
}

/**
 * @param {import("./keys.js").Person} person
 * @param {Lock} lock
 */
export const join = (person, lock) => asked("nyckel/", { recipient: toText(person.recipient), lock });

/** @param {Lock} lock */
export const addLock = (lock) => asked("las/", { lock });

/**
 * @param {Colleague} colleague
 * @param {Uint8Array} handed
 */
export const letIn = ({ number, recipient }, handed) =>
  asked(`kollegor/${number}/`, { recipient, handed: toText(handed) });

/** @param {Colleague} colleague */
export const takeAway = ({ number }) => asked(`kollegor/${number}/bort/`, {});

export const unlockedToday = () => asked("oppnat/", {});

/** @returns {Promise<Listed[]>} */
export const rooms = async () => (await asked("rum/")).rooms;

/**
 * @param {number} number
 * @param {number} from
 * @returns {Promise<{ room: Uint8Array, entries: Uint8Array[], more: boolean }>}
 */
export async function entries(number, from) {
  const read = await asked(`rum/${number}/${from}/`);
  return { room: fromText(read.room, 16), entries: read.entries.map((/** @type {string} */ each) => fromText(each)), more: read.more };
}

/**
 * Throws Refused (conflict) where somebody has written meanwhile. The same key again writes nothing twice.
 * @param {number} number
 * @param {Uint8Array} key
 * @param {Uint8Array[]} batch
 */
export const append = (number, key, batch) => asked(`rum/${number}/`, { key: toText(key), entries: batch.map(toText) });
