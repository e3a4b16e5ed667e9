// Entries that she writes one upon the other, sent as one.

import { epochBody, sealedEntry } from "../protocol/contents.js";
import { toText } from "../protocol/encoding.js";
import * as entries from "../protocol/entries.js";
import { recipientOf } from "../protocol/keys.js";
import { inOrder } from "../protocol/members.js";
import { accepted } from "../protocol/room-log.js";
import { minute } from "./words.js";

/** @typedef {import("./files.js").Identity} Identity */
/** @typedef {import("../protocol/room-log.js").State} State */
/** @typedef {import("../protocol/members.js").Member} Member */

/** Entries that follow a state, written one upon the other. */
export class Batch {
  /** @type {string[]} */
  texts = [];
  #state;
  #identity;

  /**
   * @param {State} state
   * @param {Identity} identity
   */
  constructor(state, identity) {
    this.#state = state;
    this.#identity = identity;
  }

  get head() {
    return { sequence: this.#state.sequence, hash: this.#state.head };
  }

  /**
   * @param {Member[]} members
   * @param {Map<Uint8Array, string>} names
   */
  async epoch(members, names) {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const begun = { members: inOrder(members), recipient: recipientOf(secret) };
    await this.#add(entries.EPOCH, begun, epochBody(secret, names, minute()));
  }

  /** @param {string} text */
  async message(text) {
    if (!this.#state.epoch) throw new Error("a room begins with an epoch");
    await this.#add(entries.MESSAGE, this.#state.epoch, { at: minute(), text });
  }

  /**
   * @param {number} kind
   * @param {import("../protocol/members.js").Epoch} epoch
   * @param {import("../protocol/contents.js").Body} body
   */
  async #add(kind, epoch, body) {
    const { room, number, sequence, head } = this.#state;
    const where = { epoch: number + (kind === entries.EPOCH ? 1 : 0), sequence: sequence + 1, previous: head };
    const place = { room, ...where, author: this.#identity.author, kind };
    const entry = await sealedEntry(place, epoch, body, this.#identity.sign);
    this.#state = accepted(this.#state, entry);
    this.texts.push(toText(entries.toBytes(entry)));
  }
}
