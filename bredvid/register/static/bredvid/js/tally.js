// Tally mode without reloading: one press, one contact. A press that did not arrive is shown and can be pressed again
// with the same key, so that nothing is counted twice and nothing is lost. Without scripts each press is a form.

/** @typedef {{ key: string, who: string, channel: string, month: string, place: string, what: string }} Press */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-tally]"));
const undoForm = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-undo-form]"));
const PATIENCE = 15_000;

/** A number that nobody else has: at most 62 bits, as the server's own. */
function newKey() {
  const [number] = crypto.getRandomValues(new BigUint64Array(1));
  return String((number >> 2n) + 1n);
}

/**
 * @param {HTMLFormElement} whole
 * @param {string} name
 */
function fieldOf(whole, name) {
  const value = new FormData(whole).get(name);
  return typeof value === "string" ? value : "";
}

/**
 * @param {string} address
 * @param {Record<string, string>} fields
 * @returns {Promise<Record<string, unknown>>}
 */
async function send(address, fields) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams(fields),
    signal: AbortSignal.timeout(PATIENCE),
  });
  // A page for signing in answers too, but not with what was asked for.
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error("no answer");
  return answer.json();
}

class Tally {
  /**
   * @param {HTMLFormElement} whole
   * @param {HTMLFormElement} undo
   */
  constructor(whole, undo) {
    this.form = whole;
    this.undo = undo;
    /** @type {{ receipt: string, who: string, what: string }[]} */
    this.counted = [];
    /** @type {Map<string, Press>} presses that have not arrived */
    this.failed = new Map();
    this.sum = Number(fieldOf(whole, "raknat")) || 0;
    this.waiting = 0;
    /** What the server said of the last press that it would not count. */
    this.refused = "";
    /** @type {Promise<void>} one after the other, so that a slow line is not flooded */
    this.turn = Promise.resolve();
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    const chosen = this.form.querySelector("[name=channel]:checked")?.closest("label")?.querySelector("span");
    this.queue({
      key: newKey(),
      who: button.value,
      channel: fieldOf(this.form, "channel"),
      month: fieldOf(this.form, "month"),
      place: fieldOf(this.form, "place"),
      what: [chosen?.textContent, button.querySelector("span")?.textContent].join(" · "),
    });
  }

  /** @param {Press} press */
  queue(press) {
    this.waiting += 1;
    this.turn = this.turn.then(() => this.count(press));
  }

  /** @param {Press} press */
  async count(press) {
    const { what, ...fields } = press;
    try {
      const told = await send(this.form.action, { ...fields, csrfmiddlewaretoken: fieldOf(this.form, "csrfmiddlewaretoken") });
      this.refused = typeof told.refused === "string" ? told.refused : "";
      if (typeof told.receipt !== "string") throw new Error("refused");
      this.failed.delete(press.key);
      this.counted.push({ receipt: told.receipt, who: press.who, what });
      this.sum += 1;
    } catch {
      this.failed.set(press.key, press);
    }
    this.waiting -= 1;
    this.show();
  }

  async takeBack() {
    await this.turn;
    const last = this.counted.at(-1);
    if (!last) return;
    const told = await send(this.undo.action, {
      kvitto: last.receipt,
      csrfmiddlewaretoken: fieldOf(this.undo, "csrfmiddlewaretoken"),
    });
    if (!("taken" in told)) throw new Error("refused");
    this.counted.pop();
    this.sum -= 1;
    this.show();
  }

  show() {
    const last = this.counted.at(-1);
    put("[data-sum]", String(this.sum));
    put("[data-last]", last?.what ?? "");
    for (const button of this.buttons()) {
      const count = /** @type {HTMLElement} */ (button.querySelector("[data-count]"));
      const number = this.counted.filter((each) => each.who === button.value).length;
      count.textContent = String(number);
      count.hidden = number === 0;
    }
    const button = this.undo.querySelector("button");
    if (button) button.disabled = !last;
    this.showFailed();
  }

  showFailed() {
    const box = /** @type {HTMLElement} */ (document.querySelector("[data-failed]"));
    const list = /** @type {HTMLElement} */ (box.querySelector("[data-failures]"));
    const pattern = /** @type {HTMLTemplateElement} */ (document.querySelector("template[data-failure]"));
    list.replaceChildren(...[...this.failed.values()].map((press) => this.failure(pattern, press)));
    box.hidden = this.failed.size === 0;
    const reason = /** @type {HTMLElement} */ (box.querySelector("[data-reason]"));
    reason.textContent = this.refused;
    reason.hidden = !this.refused;
  }

  /**
   * @param {HTMLTemplateElement} pattern
   * @param {Press} press
   */
  failure(pattern, press) {
    const item = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true));
    const button = /** @type {HTMLButtonElement} */ (item.querySelector("button"));
    const what = item.querySelector("[data-what]");
    if (what) what.textContent = press.what;
    button.addEventListener("click", () => {
      button.disabled = true;
      this.queue(press);
    });
    return item;
  }

  /** @returns {NodeListOf<HTMLButtonElement>} */
  buttons() {
    return this.form.querySelectorAll("button[name=who]");
  }
}

/**
 * @param {string} where
 * @param {string} words
 */
function put(where, words) {
  const place = document.querySelector(where);
  if (place) place.textContent = words;
}

if (form && undoForm) {
  const tally = new Tally(form, undoForm);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name === "who") tally.press(event.submitter);
  });
  undoForm.addEventListener("submit", (event) => {
    // The page's own receipt, from before the scripts came, is taken back by the form itself.
    if (tally.counted.length === 0) return;
    event.preventDefault();
    void tally.takeBack().catch(() => put("[data-last]", undoForm.dataset.notUndone ?? ""));
  });
  addEventListener("beforeunload", (event) => {
    if (tally.failed.size || tally.waiting) event.preventDefault();
  });
}

// Nothing is exported; it makes this a module, whose names are its own.
export {};
