// What everybody checks of an entry before it is taken (sections 9 and 10). A room's log is read from its first entry;
// `State` is what is known after each. Nothing here opens anything.

import { checkForm } from "./age-files.js";
import { same } from "./encoding.js";
import { checkSignature, EPOCH, hashOf, LEAVE, SHOW } from "./entries.js";
import { fromBytes, memberOf, sameMember } from "./members.js";
import { Rejected } from "./outcomes.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./members.js").Epoch} Epoch */
/** @typedef {import("./members.js").Member} Member */
/**
 * A room after its last entry. `number` is the epoch's, `left` those who have left since it began.
 * @typedef {{ room: Uint8Array, sequence: number, head: Uint8Array, number: number, epoch: Epoch | null,
 *   left: Uint8Array[] }} State
 */

/**
 * A room before its first entry.
 * @param {Uint8Array} room
 * @returns {State}
 */
export function emptyRoom(room) {
  return { room, sequence: -1, head: new Uint8Array(32), number: -1, epoch: null, left: [] };
}

/**
 * Those who are members now.
 * @param {State} state
 * @returns {Member[]}
 */
export function present({ epoch, left }) {
  return epoch ? epoch.members.filter((member) => !left.some((one) => same(one, member.author))) : [];
}

/**
 * The room after one more entry. Throws Rejected, for the first of section 9's reasons that holds.
 * @param {State} state
 * @param {Entry} entry
 * @returns {State}
 */
export function accepted(state, entry) {
  const begins = epochOf(entry);
  checkPlace(state, entry);
  checkAuthor(state, entry, begins);
  checkSignature(entry);
  checkForm(entry.sealed, begins ? begins.members.length : 1);
  const { sequence, epoch: number, kind, author } = entry.place;
  const left = kind === LEAVE ? [...state.left, author] : state.left;
  const epoch = begins ?? state.epoch;
  return { room: state.room, sequence, head: hashOf(entry), number, epoch, left: begins ? [] : left };
}

/**
 * The epoch that an entry begins, null for other kinds. Throws Rejected for a public part that is not its kind's.
 * @param {Entry} entry
 */
function epochOf(entry) {
  if (entry.place.kind === EPOCH) return fromBytes(entry.public);
  if (entry.public.length !== (entry.place.kind === SHOW ? 32 : 0)) throw new Rejected("not-canonical", "public part");
  return null;
}

/**
 * @param {State} state
 * @param {Entry} entry
 */
function checkPlace(state, { place }) {
  const follows = place.sequence === state.sequence + 1 && same(place.previous, state.head);
  if (!same(place.room, state.room) || !follows) throw new Rejected("wrong-place");
  const current = place.kind === EPOCH ? state.number + 1 : state.number;
  if (place.epoch !== current) throw new Rejected(place.epoch < current ? "old-epoch" : "wrong-place", "epoch");
  if (state.left.length > 0 && place.kind !== EPOCH) throw new Rejected("epoch-owed");
}

/**
 * @param {State} state
 * @param {Entry} entry
 * @param {Epoch | null} begins
 */
function checkAuthor(state, { place, public: shown }, begins) {
  const members = state.epoch ? present(state) : (begins?.members.slice(0, 1) ?? []);
  const author = memberOf(members, place.author);
  if (!author) throw new Rejected("not-a-member");
  const hers = author === members[0];
  if (place.kind === LEAVE && hers) throw new Rejected("not-allowed", "she cannot leave");
  if (place.kind === SHOW && !(hers && memberOf(members.slice(1), shown)))
    throw new Rejected("not-allowed", "she alone shows, and to a member");
  if (state.epoch && begins) checkMembers(state, begins.members, hers);
}

/**
 * She may list whom she likes, with herself as she is, but not at once again one who has just left. A member may list
 * exactly those who are there.
 * @param {State} state
 * @param {Member[]} listed
 * @param {boolean} hers
 */
function checkMembers(state, listed, hers) {
  const now = present(state);
  const exactly = listed.length === now.length && listed.every((member, at) => sameMember(member, now[at]));
  if (hers ? !sameMember(listed[0], now[0]) : !exactly) throw new Rejected("not-allowed", "members");
  if (state.left.some((author) => memberOf(listed, author))) throw new Rejected("epoch-owed", "one who has left");
}
