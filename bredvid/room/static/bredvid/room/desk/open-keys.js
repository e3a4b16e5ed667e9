// Keys while they are open: in the memory of this page and nowhere else. They are overwritten and forgotten after ten
// minutes without a key or a touch, and when the page is left.

/** @typedef {{ person: import("./keys.js").Person, organisation: import("./keys.js").Organisation }} Keys */

export const IDLE_MS = 10 * 60 * 1000;

/** @type {Keys | null} */
let held = null;
let touched = 0;

/** The keys. Throws where they are locked. */
export function keys() {
  if (!held) throw new Error("locked");
  return held;
}

/**
 * @param {Keys} opened
 * @param {() => void} [onLock]
 */
export function hold(opened, onLock = () => location.reload()) {
  held = opened;
  touched = Date.now();
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, touch, { passive: true });
  addEventListener("pagehide", forget);
  addEventListener("pageshow", (event) => event.persisted && onLock());
  // A sleeping computer's clock goes on, so the time is asked and not counted.
  const looks = setInterval(() => {
    if (Date.now() - touched < IDLE_MS) return;
    clearInterval(looks);
    forget();
    onLock();
  }, 5_000);
}

const touch = () => {
  if (Date.now() - touched < IDLE_MS) touched = Date.now();
};

/** Overwrites what was held. */
export function forget() {
  if (!held) return;
  for (const bytes of [held.person.identity, held.organisation.sign, held.organisation.open]) bytes.fill(0);
  held = null;
}
