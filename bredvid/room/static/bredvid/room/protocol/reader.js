// A log read by one who may read some of it: she, or a member with its own identity (sections 7, 9 and 10).
//
// What is wrong outside an entry ends the log: the server gave something that it must not. What is wrong inside is its
// author's doing, and rejects that entry alone, so that no member can close a room with an entry that does not open.

import { earlierOf, identityOf, opened } from "./contents.js";
import { same, toHex } from "./encoding.js";
import { EPOCH, fromBytes, LEAVE, MESSAGE, SHOW } from "./entries.js";
import { recipientOf } from "./keys.js";
import { Rejected } from "./outcomes.js";
import { accepted, emptyRoom, present } from "./room-log.js";

/** @typedef {import("./contents.js").Body} Body */
/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./members.js").Epoch} Epoch */
/** @typedef {import("./room-log.js").State} State */
/** @typedef {{ sequence: number, hash: Uint8Array }} Head */
/**
 * What memory holds: the recipient of each organisation by the hexadecimal author key, and the last entry seen.
 * @typedef {{ pins?: Map<string, Uint8Array>, head?: Head }} Memory
 */
/**
 * `outcome` is null where the entry was sealed for others; `body` is there on success.
 * @typedef {{ entry: Entry, outcome: import("./outcomes.js").Outcome | null, body: Body | null }} Read
 */

export class Reader {
  /** @type {State} */
  state;
  /** @type {Map<number, Epoch>} */
  #epochs = new Map();
  /** @type {Map<number, Uint8Array>} */
  #identities = new Map();
  #identity;
  #recipient;
  #memory;

  /**
   * @param {Uint8Array} room
   * @param {Uint8Array} identity the reader's own
   * @param {Memory} [memory]
   */
  constructor(room, identity, memory = {}) {
    this.state = emptyRoom(room);
    this.#identity = identity;
    this.#recipient = recipientOf(identity);
    this.#memory = memory;
  }

  /**
   * The next entry. Throws Rejected for what is wrong outside it, and then the log ends before it.
   * @param {Uint8Array} data
   */
  async read(data) {
    const entry = fromBytes(data);
    const after = accepted(this.state, entry);
    this.#checkMemory(after);
    this.state = after;
    if (entry.place.kind === EPOCH && after.epoch) this.#epochs.set(after.number, after.epoch);
    return this.open(entry);
  }

  /** The log ends here. Throws Rejected (other-history) where memory has seen more of it. */
  end() {
    const { head } = this.#memory;
    if (head && head.sequence > this.state.sequence) throw new Rejected("other-history", "shorter than what was seen");
  }

  /**
   * An entry of this log, opened as far as it is for this reader; again later, when more epochs are known.
   * @param {Entry} entry
   * @returns {Promise<Read>}
   */
  async open(entry) {
    const identity = this.#identityFor(entry);
    if (!identity) return { entry, outcome: null, body: null };
    try {
      const body = await opened(entry, identity);
      this.#learn(entry, body);
      return { entry, outcome: "success", body };
    } catch (error) {
      if (error instanceof Rejected) return { entry, outcome: error.outcome, body: null };
      throw error;
    }
  }

  /** @param {State} after */
  #checkMemory(after) {
    const { pins, head } = this.#memory;
    for (const member of present(after)) {
      const pinned = pins?.get(toHex(member.author));
      if (pinned && !same(pinned, member.recipient)) throw new Rejected("pin-mismatch");
    }
    if (head?.sequence === after.sequence && !same(head.hash, after.head)) throw new Rejected("other-history");
  }

  /**
   * What opens an entry; undefined where it is sealed to others.
   * @param {Entry} entry
   */
  #identityFor({ place, public: shown }) {
    if (place.kind === MESSAGE || place.kind === LEAVE) return this.#identities.get(place.epoch);
    const members = this.#epochs.get(place.epoch)?.members ?? [];
    const mine = members.filter((member) => same(member.recipient, this.#recipient));
    const meant = place.kind === EPOCH ? mine : mine.filter((member) => same(member.author, shown));
    return meant.length > 0 ? this.#identity : undefined;
  }

  /**
   * Takes identities of epochs that a body tells, all or none. Each must be the secret half of what the log states.
   * @param {Entry} entry
   * @param {Body} body
   */
  #learn({ place }, body) {
    const found = place.kind === EPOCH ? new Map([[place.epoch, identityOf(body)]]) : null;
    const told = found ?? (place.kind === SHOW ? earlierOf(body) : new Map());
    for (const [number, identity] of told) {
      const epoch = this.#epochs.get(number);
      if (!epoch || !same(recipientOf(identity), epoch.recipient)) throw new Rejected("wrong-key", `epoch ${number}`);
    }
    for (const [number, identity] of told) this.#identities.set(number, identity);
  }
}
