"""How many proofs came lately, and how hard the next must be: for everybody alike, and never by address (section 5).

Counted in memory that all processes share: six numbers, of ten seconds each, and nothing of who asked. Only a proof
that holds is counted, and once: who wants to make the puzzles harder for her has to solve them himself.
"""

import mmap
from typing import Final

from bredvid.room.admission.lock import Lock
from bredvid.room.admission.spent import Spent
from bredvid.room.protocol import proof

AT_REST: Final = 10.0
"""Proofs a second that make nothing harder. Each doubling upon twice of them is one bit more."""

_SPAN: Final = 10
_SPANS: Final = 6
_FIELD: Final = 8
_PROOFS_REMEMBERED: Final = 1 << 12


class Load:
    """A moving count over a minute."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 2 * _FIELD * _SPANS)
        self._lock = Lock()
        self._counted = Spent(_PROOFS_REMEMBERED)

    def proved(self, nonce: bytes, q: bytes, now: int) -> None:
        """Counts a proof that holds; sent again it counts no more."""
        if not self._counted.take(nonce + q):
            return
        span = now // _SPAN
        with self._lock.held():
            known, count = self._read(span % _SPANS)
            self._write(span % _SPANS, span, count + 1 if known == span else 1)

    def rate(self, now: int) -> float:
        """Proofs a second in the last minute."""
        span = now // _SPAN
        with self._lock.held():
            spans = [self._read(at) for at in range(_SPANS)]
        return sum(count for known, count in spans if 0 <= span - known < _SPANS) / (_SPAN * _SPANS)

    def difficulty(self, now: int) -> int:
        """Zero bits that the next nonce asks of each puzzle."""
        return difficulty(self.rate(now))

    def close(self) -> None:
        """Forgets all, and takes the locks' files away."""
        self._memory.close()
        self._lock.close()
        self._counted.close()

    def _read(self, at: int) -> tuple[int, int]:
        begin = 2 * _FIELD * at
        data = self._memory[begin : begin + 2 * _FIELD]
        return int.from_bytes(data[:_FIELD], "big"), int.from_bytes(data[_FIELD:], "big")

    def _write(self, at: int, span: int, count: int) -> None:
        begin = 2 * _FIELD * at
        self._memory[begin : begin + 2 * _FIELD] = span.to_bytes(_FIELD, "big") + count.to_bytes(_FIELD, "big")


def difficulty(rate: float) -> int:
    """Zero bits at so many proofs a second: the least at rest, one more at each doubling, never over the most."""
    steps = int(rate / AT_REST).bit_length() - 1
    return min(proof.MOST, proof.LEAST + max(0, steps))
