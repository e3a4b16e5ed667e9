// A room as the desk reads and writes it. One log, read from its first entry; keys of the organisation, and no others.

import { epochBody, sealedEntry } from "../protocol/contents.js";
import { same } from "../protocol/encoding.js";
import { EPOCH, LEAVE, MESSAGE, toBytes } from "../protocol/entries.js";
import { recipientOf } from "../protocol/keys.js";
import { inOrder } from "../protocol/members.js";
import { Reader } from "../protocol/reader.js";
import { accepted, present } from "../protocol/room-log.js";

/** @typedef {import("../protocol/reader.js").Read} Read */
/** @typedef {import("../protocol/room-log.js").State} State */
/** @typedef {import("./keys.js").Organisation} Organisation */
/**
 * What is shown of one entry. `text` is null where the entry could not be read.
 * @typedef {{ sequence: number, kind: number, by: "she" | "us" | "other", at: string, text: string | null }} Line
 */
/** @typedef {{ lines: Line[], state: State, member: boolean, owed: boolean, hidden: number }} Room */

/**
 * The room that a log of entries is. Throws Rejected for what the server must not have given.
 * @param {Uint8Array} number the room's sixteen bytes
 * @param {Uint8Array[]} log
 * @param {Organisation} us
 * @returns {Promise<Room>}
 */
export async function read(number, log, us) {
  const reader = new Reader(number, us.open);
  const reads = [];
  for (const bytes of log) reads.push({ ...(await reader.read(bytes)), she: reader.state.epoch?.members[0].author });
  const ours = reads.filter((each) => each.entry.place.kind === MESSAGE || each.entry.place.kind === LEAVE);
  const member = present(reader.state).some((one) => same(one.author, us.author));
  const lines = ours.filter((each) => each.outcome !== null).map((each) => line(each, each.she, us));
  const hidden = ours.length - lines.length;
  return { lines, state: reader.state, member, owed: reader.state.left.length > 0, hidden };
}

/**
 * @param {Read} read
 * @param {Uint8Array | undefined} she
 * @param {Organisation} us
 * @returns {Line}
 */
function line({ entry, body }, she, us) {
  const { sequence, kind, author } = entry.place;
  const by = same(author, us.author) ? "us" : she && same(author, she) ? "she" : "other";
  const words = typeof body?.text === "string" ? body.text : null;
  return { sequence, kind, by, at: typeof body?.at === "string" ? body.at : "", text: words };
}

/**
 * What the desk writes next: an answer, or that it leaves. Where somebody has left, the epoch is renewed first, so that
 * she is never made to wait for it.
 * @param {State} state
 * @param {Organisation} us
 * @param {{ text: string, name: string, leaves?: boolean }} what
 * @param {Date} [now]
 * @returns {Promise<Uint8Array[]>} the batch
 */
export async function written(state, us, what, now = new Date()) {
  const at = minuteOf(now);
  const batch = [];
  let after = state;
  if (state.left.length > 0) {
    const entry = await renewed(state, us, what.name, at);
    batch.push(entry);
    after = accepted(state, entry);
  }
  const kind = what.leaves ? LEAVE : MESSAGE;
  const entry = await sealedEntry(place(after, us, kind), epochOf(after), body(what, at), us.sign);
  accepted(after, entry);
  return [...batch, entry].map(toBytes);
}

/**
 * @param {{ text: string, name: string }} what
 * @param {string} at
 */
const body = ({ text, name }, at) => ({ at, text, name });

/**
 * @param {State} state
 * @param {Organisation} us
 * @param {string} name
 * @param {string} at
 */
function renewed(state, us, name, at) {
  const identity = crypto.getRandomValues(new Uint8Array(32));
  const epoch = { members: inOrder(present(state)), recipient: recipientOf(identity) };
  return sealedEntry(place(state, us, EPOCH), epoch, epochBody(identity, new Map([[us.author, name]]), at), us.sign);
}

/**
 * @param {State} state
 * @param {Organisation} us
 * @param {number} kind
 */
function place(state, us, kind) {
  const epoch = state.number + (kind === EPOCH ? 1 : 0);
  return { room: state.room, epoch, sequence: state.sequence + 1, previous: state.head, author: us.author, kind };
}

/** @param {State} state */
function epochOf({ epoch }) {
  if (!epoch) throw new Error("a room begins with an epoch");
  return epoch;
}

/**
 * The minute on this clock, as it stands in what is sealed and nowhere else.
 * @param {Date} now
 */
export function minuteOf(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
