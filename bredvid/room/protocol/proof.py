"""Proof of work that every pepper request carries (section 5): stateless, bound to q and to ten minutes."""

import hashlib
import hmac
from itertools import count

from bredvid.room.protocol.encoding import Fields
from bredvid.room.protocol.labels import label0
from bredvid.room.protocol.outcomes import Outcome, Rejected

PUZZLES, ANSWER, MAC = 16, 8, 16
LEAST, MOST = 11, 15  # zero bits of each puzzle at rest, and under the heaviest load
WINDOW_SECONDS = 600
NONCE_LENGTH = 1 + 4 + MAC


def make_nonce(key: bytes, difficulty: int, window: int) -> bytes:
    """The nonce of a window (whole ten minutes since 1970), the same for everybody who meets that difficulty."""
    head = difficulty.to_bytes(1, "big") + window.to_bytes(4, "big")
    return head + hmac.digest(key, label0("pow-nonce") + head, "sha256")[:MAC]


def check_nonce(key: bytes, nonce: bytes, window: int) -> int:
    """The difficulty that a nonce of ours asks for. Raises Rejected (old-nonce) for another's, or an older one."""
    if len(nonce) != NONCE_LENGTH:
        raise Rejected(Outcome.OLD_NONCE, "length")
    fields = Fields(nonce)
    difficulty, its_window = fields.number(1), fields.number(4)
    if not hmac.compare_digest(make_nonce(key, difficulty, its_window), nonce) or its_window not in (
        window,
        window - 1,
    ):
        raise Rejected(Outcome.OLD_NONCE)
    return difficulty


def check_proof(nonce: bytes, q: bytes, proof: bytes, difficulty: int) -> None:
    """Raises Rejected (bad-proof) unless all sixteen puzzles are solved."""
    if len(proof) != PUZZLES * ANSWER:
        raise Rejected(Outcome.BAD_PROOF, "length")
    for number, head in enumerate(_heads(nonce, q)):
        answer = proof[number * ANSWER : (number + 1) * ANSWER]
        if not _is_solved(head, answer, difficulty):
            raise Rejected(Outcome.BAD_PROOF, f"puzzle {number}")


def solve(nonce: bytes, q: bytes) -> bytes:
    """The proof that a nonce asks for, with the least answer to each puzzle: about 16 · 2^difficulty hashes."""
    return b"".join(_least(head, nonce[0]) for head in _heads(nonce, q))


def _least(head: bytes, difficulty: int) -> bytes:
    answers = (number.to_bytes(ANSWER, "big") for number in count())
    return next(answer for answer in answers if _is_solved(head, answer, difficulty))


def _heads(nonce: bytes, q: bytes) -> list[bytes]:
    bound = label0("pow") + nonce + hashlib.sha256(label0("pow-q") + q).digest()
    return [bound + bytes((number,)) for number in range(PUZZLES)]


def _is_solved(head: bytes, answer: bytes, difficulty: int) -> bool:
    found = int.from_bytes(hashlib.sha256(head + answer).digest()[:4], "big")
    return found >> (32 - difficulty) == 0
