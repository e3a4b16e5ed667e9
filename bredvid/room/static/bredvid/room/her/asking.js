// Requests to the server: JSON both ways, no cookie, nothing kept. What is lost on the way is sent again, unchanged.

import { toText } from "../protocol/encoding.js";

const PATIENCE_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const LATER = new Set([502, 503, 504]);

/** The server said no. `outcome` is its class. */
export class Refused extends Error {
  /**
   * @param {string} outcome
   * @param {number} status
   */
  constructor(outcome, status) {
    super(outcome);
    this.outcome = outcome;
    this.status = status;
  }
}

/** @typedef {{ body?: object, header?: string, signal?: AbortSignal, onLost?: (lost: boolean) => void }} Options */

/**
 * The answer of an address below /r/. Waits and asks again as long as the network is gone; throws Refused where the
 * server says no, and the signal's reason when she leaves.
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<Record<string, any>>}
 */
export async function ask(path, options = {}) {
  for (let time = 0; ; time++) {
    const answer = await asked(path, options);
    options.onLost?.(!answer);
    if (answer?.ok) return answer.json();
    if (answer) throw new Refused(await classOf(answer), answer.status);
    await pause(PATIENCE_MS[Math.min(time, PATIENCE_MS.length - 1)], options.signal);
  }
}

/**
 * What came back; null where nothing did, or the server cannot answer now.
 * @param {string} path
 * @param {Options} options
 */
async function asked(path, { body, header, signal }) {
  /** @type {Record<string, string>} */
  const headers = header ? { Authorization: header } : {};
  if (body) headers["Content-Type"] = "application/json";
  const whole = { body: body && JSON.stringify(body), method: body ? "POST" : "GET", headers, signal };
  try {
    const answer = await fetch(`/r/${path}`, { ...whole, cache: "no-store", credentials: "omit", redirect: "error" });
    return LATER.has(answer.status) ? null : answer;
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** @param {Response} answer */
async function classOf(answer) {
  try {
    return String((await answer.json()).class);
  } catch {
    return "unknown";
  }
}

/**
 * @param {number} ms
 * @param {AbortSignal} [signal]
 */
export function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, undefined);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** Sixteen bytes that name a request: sent again, it is carried out once. */
export const newKey = () => toText(crypto.getRandomValues(new Uint8Array(16)));
