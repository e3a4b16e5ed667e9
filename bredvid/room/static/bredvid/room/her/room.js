// Her room while she is in it: read from its first entry, checked, written to. Her keys are here and nowhere else, and
// `forget` lets go of them.

import { fromText, same, toText } from "../protocol/encoding.js";
import * as entries from "../protocol/entries.js";
import { ORGANISATION, SHE } from "../protocol/members.js";
import { Rejected } from "../protocol/outcomes.js";
import { Reader } from "../protocol/reader.js";
import { emptyRoom, present } from "../protocol/room-log.js";
import { answer } from "../protocol/sign-in.js";
import { publicKey } from "../protocol/signing.js";
import { ask, newKey, Refused } from "./asking.js";
import { Batch } from "./batch.js";
import { peppered } from "./code.js";
import { identityFile, identityFrom, memoryFile, memoryFrom, newIdentity, pinsOf } from "./files.js";

/** @typedef {import("./code.js").Made} Made */
/** @typedef {import("./code.js").How} How */
/** @typedef {import("./files.js").Identity} Identity */
/** @typedef {import("./files.js").Memory} Memory */
/** @typedef {import("../protocol/members.js").Member} Member */
/** @typedef {{ name: string, author: Uint8Array, recipient: Uint8Array, open_now: boolean | null, next_open: string, county?: string }} Desk */
/** @typedef {{ sequence: number, hers: boolean, name: string, at: string, text: string | null, left: boolean }} Line `text` is null where the entry could not be read */

const KEPT_AT_FIRST = 90;

/**
 * Opens a new room with a first message to a desk: two epochs and the message, all or nothing.
 * @param {Made} made
 * @param {Desk} desk
 * @param {string} text
 * @param {How} how
 */
export async function opened(made, desk, text, how) {
  const identity = newIdentity();
  const room = new HerRoom(identity, made, how, { head: { sequence: -1, hash: new Uint8Array(32) }, members: new Map() });
  await room.openWith(desk, text);
  return room;
}

/**
 * Her room again. Null where no room has this code.
 * @param {Made} made
 * @param {How} how
 */
export async function found(made, how) {
  const challenge = await ask("c", { ...how, body: { locator: toText(made.keys.locator) } });
  let identity;
  try {
    identity = await identityFrom(fromText(challenge.identity), made.keys.wrap);
  } catch (error) {
    if (error instanceof Rejected) return null;
    throw error;
  }
  const let_in = await ask("s", { ...how, body: signed(made, challenge) });
  const memory = await memoryFrom(fromText(let_in.memory), made.keys.wrap);
  const room = new HerRoom(identity, made, how, memory);
  room.enteredWith(let_in.token);
  await room.refresh();
  return room;
}

/**
 * What is sent to be let in.
 * @param {Made} made
 * @param {Record<string, any>} challenge
 */
function signed({ keys }, { nonce, expires }) {
  const asked = { origin: location.origin, locator: keys.locator, nonce: fromText(nonce, 32), expires };
  return { locator: toText(keys.locator), nonce, expires, signature: toText(answer(keys.signIn, asked)) };
}

export class HerRoom {
  /** @type {Line[]} */
  lines = [];
  /** The week in which the room ends, as 2026-W48. */
  week = "";
  #identity;
  #made;
  #how;
  /** @type {Memory} */
  #memory;
  #reader;
  #token = "";

  /**
   * @param {Identity} identity
   * @param {Made} made
   * @param {How} how
   * @param {Memory} memory
   */
  constructor(identity, made, how, memory) {
    this.#identity = identity;
    this.#made = made;
    this.#how = how;
    this.#memory = memory;
    const head = memory.head.sequence < 0 ? undefined : memory.head;
    this.#reader = new Reader(identity.room, identity.open, { pins: pinsOf(memory), head });
  }

  /** @param {string} token */
  enteredWith(token) {
    this.#token = token;
  }

  /** Those who are in the room beside her. */
  get members() {
    const others = present(this.#reader.state).filter(({ role }) => role !== SHE);
    return others.map((member) => ({ ...member, name: this.#nameOf(member.author) }));
  }

  /**
   * @param {Desk} desk
   * @param {string} text
   */
  async openWith(desk, text) {
    const batch = new Batch(emptyRoom(this.#identity.room), this.#identity);
    const me = { role: SHE, author: this.#identity.author, recipient: this.#identity.recipient };
    await batch.epoch([me], new Map());
    await batch.epoch([me, organisation(desk)], new Map([[desk.author, desk.name]]));
    await batch.message(text);
    this.#memory = { head: batch.head, members: new Map([[toText(desk.author), pinned(desk, batch.head.sequence - 1)]]) };
    const { keys } = this.#made;
    const fixed = {
      sign_in: toText(publicKey(keys.signIn)),
      room: toText(this.#identity.room),
      identity: toText(await identityFile(this.#identity, keys.wrap)),
      memory: toText(await memoryFile(this.#memory, keys.wrap)),
      days: KEPT_AT_FIRST,
      key: newKey(),
      entries: batch.texts,
    };
    const { token, week } = await this.#openOnServer(fixed);
    this.#token = token;
    this.week = week;
    await this.#take(batch.texts);
  }

  /**
   * The same request until it is answered, each time with a challenge that holds.
   * @param {object} fixed
   */
  async #openOnServer(fixed) {
    let { paid } = this.#made;
    for (let time = 0; ; time++) {
      const given = await ask("c", { ...this.#how, body: { locator: toText(this.#made.keys.locator) } });
      const { nonce, ...rest } = signed(this.#made, given);
      try {
        return await ask("o", { ...this.#how, body: { ...paid, ...rest, challenge: nonce, ...fixed } });
      } catch (error) {
        if (!(error instanceof Refused) || time > 2) throw error;
        if (error.outcome === "old-nonce") ({ paid } = await peppered(this.#made.root, this.#how));
        else if (error.outcome !== "refused") throw error;
      }
    }
  }

  /** Reads what has come since. Gives how many lines are new. Throws Rejected where the server gave what it must not. */
  async refresh() {
    const before = this.lines.length;
    for (;;) {
      const { entries: log, head, week } = await this.#asked(`e/${this.#reader.state.sequence + 1}`);
      this.week = week;
      await this.#take(log);
      // One answer holds a part of a long log.
      if (log.length === 0 || this.#reader.state.sequence >= head.seq) break;
    }
    this.#reader.end();
    await this.#remember();
    return this.lines.length - before;
  }

  /**
   * Sends a message. What others wrote meanwhile is read first, and the message sealed anew.
   * @param {string} text
   */
  async write(text) {
    for (let time = 0; ; time++) {
      const batch = await this.#batchWith(text);
      const memory = toText(await memoryFile({ ...this.#memory, head: batch.head }, this.#made.keys.wrap));
      try {
        await this.#asked("e", { key: newKey(), entries: batch.texts, memory });
        await this.#take(batch.texts);
        this.#memory.head = batch.head;
        return;
      } catch (error) {
        if (!(error instanceof Refused && error.outcome === "conflict") || time > 4) throw error;
        await this.refresh();
      }
    }
  }

  /** @param {string} text */
  async #batchWith(text) {
    const { state } = this.#reader;
    const batch = new Batch(state, this.#identity);
    // Somebody has left: nothing is written before a new epoch stands that is not theirs.
    if (state.left.length > 0) await batch.epoch(present(state), new Map());
    await batch.message(text);
    return batch;
  }

  /**
   * Chooses how long the room is kept after her last visit.
   * @param {number} days
   */
  async keepFor(days) {
    ({ week: this.week } = await this.#asked("v", { days }));
  }

  /** Deletes the room and everything in it, for ever. */
  async destroy() {
    await this.#asked("x", {});
    this.forget();
  }

  /** Lets go of every key. */
  forget() {
    for (const each of [this.#identity.sign, this.#identity.open, this.#made.root, ...Object.values(this.#made.keys)])
      each.fill(0);
    this.#token = "";
    this.lines = [];
  }

  /**
   * A request that the token opens; where it has run out she is let in again.
   * @param {string} path
   * @param {object} [body]
   */
  async #asked(path, body) {
    for (let time = 0; ; time++) {
      const header = `Room ${toText(this.#identity.room)}.${this.#token}`;
      try {
        return await ask(path, { ...this.#how, body, header });
      } catch (error) {
        if (!(error instanceof Refused && error.outcome === "refused") || time > 0) throw error;
        const challenge = await ask("c", { ...this.#how, body: { locator: toText(this.#made.keys.locator) } });
        this.#token = (await ask("s", { ...this.#how, body: signed(this.#made, challenge) })).token;
      }
    }
  }

  /** @param {string[]} log */
  async #take(log) {
    for (const text of log) {
      const { entry, body, outcome } = await this.#reader.read(fromText(text));
      const { kind, author, sequence } = entry.place;
      if ((kind !== entries.MESSAGE && kind !== entries.LEAVE) || outcome === null) continue;
      const said = typeof body?.text === "string" ? body.text : null;
      const hers = same(author, this.#identity.author);
      const at = typeof body?.at === "string" ? body.at : "";
      this.lines.push({ sequence, hers, name: this.#nameOf(author), at, text: said, left: kind === entries.LEAVE });
    }
  }

  async #remember() {
    const { sequence, head } = this.#reader.state;
    if (sequence === this.#memory.head.sequence) return;
    this.#memory.head = { sequence, hash: head };
    await this.#asked("m", { memory: toText(await memoryFile(this.#memory, this.#made.keys.wrap)) });
  }

  /** @param {Uint8Array} author */
  #nameOf(author) {
    return this.#memory.members.get(toText(author))?.name ?? "";
  }
}

/**
 * @param {Desk} desk
 * @returns {Member}
 */
const organisation = ({ author, recipient }) => ({ role: ORGANISATION, author, recipient });

/**
 * @param {Desk} desk
 * @param {number} since
 */
const pinned = ({ name, recipient }, since) => ({ name, open: recipient, since });
