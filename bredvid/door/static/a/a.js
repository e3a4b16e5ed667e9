// One entry in the history, and away at once. The pages work without this.

const LEAVE = "a[data-leave]";
const WINDOW_MS = 5000;
const TIMES = 3;
const root = document.documentElement;

let gone = false;

/** Nothing of the page is left to see, to go back to or to read in memory's copy of it. */
function blank() {
  root.style.visibility = "hidden";
  document.body.replaceChildren();
}

/** Away: first nothing is seen, then our own traces are asked away, then another page takes the place of this one. */
function leave() {
  if (gone) return;
  gone = true;
  const link = document.querySelector(LEAVE);
  const away = link instanceof HTMLAnchorElement ? link.href : "about:blank";
  root.style.visibility = "hidden";
  const forget = root.dataset.forget;
  // Keep-alive: it goes on when the page is no more. Never waited for, and whether it comes through changes nothing.
  if (forget) fetch(forget, { keepalive: true, cache: "no-store" }).catch(() => {});
  location.replace(away);
  blank();
}

/**
 * A link within these pages takes the place of the page in the history; a place on the page makes no entry at all.
 * @param {MouseEvent} event
 */
function follow(event) {
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && event.button === 0;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!plain || !link) return;
  if (link.matches(LEAVE)) {
    event.preventDefault();
    leave();
  } else if (link.hash && link.pathname === location.pathname && link.host === location.host) {
    event.preventDefault();
    const place = document.getElementById(link.hash.slice(1));
    place?.scrollIntoView();
    place?.focus();
  } else if (link.origin === location.origin) {
    event.preventDefault();
    location.replace(link.href);
  }
}

/** @type {number[]} */
let presses = [];

/**
 * Shift, three times within five seconds and nothing else between. Not Escape: that belongs to screen readers.
 * @param {KeyboardEvent} event
 */
function count(event) {
  if (event.key !== "Shift") {
    presses = [];
    return;
  }
  if (event.repeat) return;
  const now = performance.now();
  presses = [...presses.filter((each) => now - each < WINDOW_MS), now];
  if (presses.length >= TIMES) leave();
}

document.addEventListener("click", follow);
document.addEventListener("keydown", count);
// The browser may keep a page whole for Back: then it keeps an empty one, and fetches it again if she does come back.
addEventListener("pagehide", blank);
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
