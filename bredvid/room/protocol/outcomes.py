"""The classes of outcome that the specification names. What is rejected is rejected by one of them, for one reason."""

from enum import StrEnum


class Outcome(StrEnum):
    """How a receiver ends; the values stand in the vectors."""

    SUCCESS = "success"
    NOT_CANONICAL = "not-canonical"
    UNKNOWN_VERSION = "unknown-version"
    TOO_LARGE = "too-large"
    CUT_SHORT = "cut-short"
    EXTRA_BYTES = "extra-bytes"
    BAD_SIZE = "bad-size"
    BAD_PADDING = "bad-padding"
    BAD_SIGNATURE = "bad-signature"
    BAD_PROOF = "bad-proof"
    OLD_NONCE = "old-nonce"
    REFUSED = "refused"
    WRONG_KIND = "wrong-kind"
    WRONG_KEY = "wrong-key"
    CHANGED = "changed"
    WRONG_PLACE = "wrong-place"
    OLD_EPOCH = "old-epoch"
    EPOCH_OWED = "epoch-owed"
    NOT_A_MEMBER = "not-a-member"
    NOT_ALLOWED = "not-allowed"
    PIN_MISMATCH = "pin-mismatch"
    OTHER_HISTORY = "other-history"
    CONFLICT = "conflict"
    QUOTA = "quota"


class Rejected(ValueError):  # noqa: N818 (the word of the specification)
    """What was received must be rejected. `outcome` is the class; the message is for a developer."""

    def __init__(self, outcome: Outcome, message: str = "") -> None:
        super().__init__(f"{outcome}: {message}" if message else str(outcome))
        self.outcome = outcome
