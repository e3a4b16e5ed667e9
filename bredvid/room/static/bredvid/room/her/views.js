// Views: each is a template of the page, put into its one place. No address changes and no entry is made in the history.

import { words } from "./words.js";

/** @typedef {{ signal: AbortSignal, part: <Type extends Element>(selector: string, type: new () => Type) => Type }} View */

let shown = new AbortController();
/** Aborted when she leaves, pauses, or the page goes. */
let stay = new AbortController();

/** Ends everything that is under way, in every view. */
export function endAll() {
  shown.abort();
  stay.abort();
  stay = new AbortController();
}

export const whileHere = () => stay.signal;

/**
 * Shows a view and moves to its heading.
 * @param {string} name
 * @returns {View}
 */
export function show(name) {
  shown.abort();
  shown = new AbortController();
  const place = one(document, "#content", HTMLElement);
  place.replaceChildren(document.importNode(one(document, `#view-${name}`, HTMLTemplateElement).content, true));
  place.dataset.view = name;
  // A page of another language would begin anew, without what is written here.
  for (const link of document.querySelectorAll("header a:not([data-leave])"))
    if (link instanceof HTMLElement) link.hidden = name !== "start";
  const heading = one(place, "h1", HTMLElement);
  heading.tabIndex = -1;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
  return { signal: shown.signal, part: (selector, type) => one(place, selector, type) };
}

/**
 * The first view of all leaves the focus where it was: at the top, before the way out.
 * @param {string} name
 */
export function showFirst(name) {
  const view = show(name);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return view;
}

/**
 * @template {Element} Type
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => Type} type
 * @returns {Type}
 */
export function one(within, selector, type) {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

/**
 * An element with a text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [text]
 * @param {string} [className]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, text = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/**
 * Says something in the view's own place for it: what is wrong, or what is going on.
 * @param {View} view
 * @param {string} name of the words, "" for nothing
 * @param {Record<string, string | number>} [values]
 */
export function say(view, name, values) {
  const place = view.part("[data-says]", HTMLElement);
  place.textContent = name ? words(name, values) : "";
  place.hidden = !name;
}

/**
 * Carries out what a button asks for, once at a time.
 * @param {View} view
 * @param {string} selector
 * @param {() => unknown} does
 */
export function press(view, selector, does) {
  const button = view.part(selector, HTMLButtonElement);
  const pressed = async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      await does();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };
  button.addEventListener("click", pressed, { signal: view.signal });
}
