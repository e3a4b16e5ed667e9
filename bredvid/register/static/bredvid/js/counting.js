// A card by the keyboard alone: each answer has a key, Enter goes on and counts when all is answered.
// Without scripts the card is a form like any other.

/** @typedef {HTMLInputElement} Box an answer */

/**
 * The answers of a question.
 * @param {Element} ask
 * @returns {Box[]}
 */
function boxesOf(ask) {
  return [...ask.querySelectorAll("input")];
}

/** @param {Element} ask */
function isAnswered(ask) {
  return boxesOf(ask).some((box) => box.checked && box.value);
}

/**
 * The questions of the quick card that are shown, in their order.
 * @param {HTMLFormElement} card
 * @returns {HTMLElement[]}
 */
function shown(card) {
  const asks = /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(".asks:not(.asks-more) > [data-ask]"));
  return [...asks].filter((ask) => ask.offsetParent !== null);
}

/**
 * Goes to a question's chosen answer, or its first.
 * @param {Element} ask
 */
function enter(ask) {
  const boxes = boxesOf(ask);
  const box = boxes.find((each) => each.checked) ?? boxes[0];
  box?.focus({ preventScroll: true });
  // Only as far as is needed, so that the page does not jump about.
  ask.scrollIntoView({ block: "nearest" });
}

/**
 * Where to go on to from a question: the next without an answer, or one before that needs one.
 * @param {HTMLFormElement} card
 * @param {Element | null} from
 */
function following(card, from) {
  const asks = shown(card);
  const after = from ? asks.slice(asks.indexOf(/** @type {HTMLElement} */ (from)) + 1) : asks;
  return after.find((ask) => !isAnswered(ask)) ?? asks.find((ask) => "needed" in ask.dataset && !isAnswered(ask));
}

/**
 * Goes on from a question; when nothing is left to answer, to a number to fill in or to the button.
 * @param {HTMLFormElement} card
 * @param {Element | null} from
 */
function goOn(card, from) {
  const next = following(card, from);
  if (next) enter(next);
  else /** @type {HTMLElement | null} */ (card.querySelector("[data-then] input, button[type=submit]"))?.focus();
}

/**
 * An answer that says that there is nothing to list takes the others away, and they it.
 * @param {Element} ask
 * @param {Box} changed
 */
function leaveRoom(ask, changed) {
  if (!changed.checked || changed.type !== "checkbox") return;
  const alone = "alone" in changed.dataset;
  for (const box of boxesOf(ask)) {
    if (box !== changed && (alone || "alone" in box.dataset)) box.checked = false;
  }
}

/**
 * Chooses the answer whose key was pressed, and goes on when no more can be chosen.
 * @param {HTMLFormElement} card
 * @param {Element} ask
 * @param {string} key
 * @returns {boolean} whether there is such an answer
 */
function press(card, ask, key) {
  const box = boxesOf(ask).find((each) => each.dataset.key === key);
  if (!box) return false;
  box.checked = box.type === "radio" || !box.checked;
  leaveRoom(ask, box);
  const onlyOne = box.type === "radio" || (box.checked && "alone" in box.dataset);
  if (onlyOne && !ask.closest(".asks-more")) goOn(card, ask);
  else box.focus();
  return true;
}

/**
 * @param {HTMLFormElement} card
 * @param {KeyboardEvent} event
 */
function onKey(card, event) {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const ask = box.closest("[data-ask]");
  if (!ask) return;
  if (event.key === "Enter") {
    // Enter counts, but not a card that is not answered yet.
    if (!following(card, ask) && !card.querySelector("[data-then]")) return;
    event.preventDefault();
    goOn(card, ask);
  } else if (press(card, ask, event.key.toLowerCase())) {
    event.preventDefault();
  }
}

/** @param {HTMLFormElement} card */
function take(card) {
  card.dataset.byKeys = "";
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-keys]"))) words.hidden = false;
  card.addEventListener("keydown", (event) => onKey(card, event));
  card.addEventListener("change", (event) => {
    const box = event.target;
    const ask = box instanceof HTMLInputElement && box.closest("[data-ask]");
    if (ask) leaveRoom(ask, /** @type {Box} */ (box));
  });
  const wrong = card.querySelector(".ask.wrong");
  if (wrong) enter(wrong);
  else if (matchMedia("(hover: hover)").matches && card.dataset.card === "quick") goOn(card, null);
}

for (const card of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-card]"))) take(card);
