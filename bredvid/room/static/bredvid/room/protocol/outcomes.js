// The classes of outcome that the specification names. What is rejected is rejected by one of them, for one reason.

/**
 * @typedef {"success" | "not-canonical" | "unknown-version" | "too-large" | "cut-short" | "extra-bytes" | "bad-size"
 *   | "bad-padding" | "bad-signature" | "bad-proof" | "old-nonce" | "refused" | "wrong-kind" | "wrong-key" | "changed"
 *   | "wrong-place" | "old-epoch" | "epoch-owed" | "not-a-member" | "not-allowed" | "pin-mismatch" | "other-history"
 *   | "bad-list"} Outcome
 */

/** What was received must be rejected. The message is for a developer. */
export class Rejected extends Error {
  /**
   * @param {Outcome} outcome
   * @param {string} [message]
   */
  constructor(outcome, message = "") {
    super(message ? `${outcome}: ${message}` : outcome);
    this.name = "Rejected";
    this.outcome = outcome;
  }
}
