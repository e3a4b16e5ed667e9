// Making her key takes a while: a bar that goes on, and words that say that nothing is wrong.

import { keysFrom } from "./code.js";
import { say, whileHere } from "./views.js";

/** @typedef {import("./code.js").Made} Made */

/** The bar goes on by itself: WebAssembly does not tell how far it has come. */
const STEP_MS = 250;
const SHARE_OF_REST = 0.02;

export class Work {
  part = 0;
  /** @type {((part: number) => void) | null} */
  onProgress = null;
  /** @type {((lost: boolean) => void) | null} */
  onLost = null;
  /** @type {Promise<Made>} */
  made;
  #end = new AbortController();

  /**
   * Begins at once. Throws Rejected where the items are no code, before anything is hashed.
   * @param {number[]} items
   * @param {string} word
   */
  constructor(items, word) {
    const timer = setInterval(() => this.#tell(this.part + (0.98 - this.part) * SHARE_OF_REST), STEP_MS);
    whileHere().addEventListener("abort", () => this.end());
    this.made = keysFrom(items, word, this.how).finally(() => clearInterval(timer));
    this.made.then(
      () => this.#tell(1),
      () => {},
    );
  }

  /** @returns {import("./code.js").How} */
  get how() {
    const worker = String(document.documentElement.dataset.worker);
    const onProgress = (/** @type {number} */ part) => this.#tell(part);
    return { worker, signal: this.#end.signal, onProgress, onLost: (lost) => this.onLost?.(lost) };
  }

  /** Ends the work, and whatever uses its keys. */
  end() {
    this.#end.abort(new DOMException("she has left", "AbortError"));
  }

  /**
   * Shows a view how far it has come.
   * @param {import("./views.js").View} view
   */
  tellIn(view) {
    const bar = view.part("progress", HTMLProgressElement);
    this.onProgress = (part) => {
      bar.value = part;
      bar.textContent = `${Math.round(part * 100)} %`;
    };
    this.onLost = (lost) => say(view, lost ? "lost" : "");
    this.onProgress(this.part);
  }

  /** @param {number} part */
  #tell(part) {
    this.part = Math.max(this.part, Math.min(part, 1));
    this.onProgress?.(this.part);
  }
}

/**
 * Whether something ended because she left: then nothing is said.
 * @param {unknown} error
 */
export const isLeaving = (error) => error instanceof DOMException && error.name === "AbortError";
