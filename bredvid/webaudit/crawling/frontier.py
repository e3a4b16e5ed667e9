"""What is still to be asked for on one site, most promising first, with guards against traps."""

import heapq
from collections import Counter
from dataclasses import dataclass

from bredvid.webaudit.crawling.addresses import Address, is_calendar, is_page, pattern_of
from bredvid.webaudit.crawling.words import promise

PER_PATTERN = 40
PER_CALENDAR = 8
LONGEST = 5_000
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Waiting:
    """An address with its clicks from the start page, where somebody knows."""

    address: Address
    depth: int | None


class Frontier:
    """Best first; the same links in the same order give the same order out. Each address at most once.

    At most PER_PATTERN addresses alike but for numbers (PER_CALENDAR of a calendar). From LONGEST on only what promises
    something is put in, and from twice as many on nothing.
    """

    def __init__(self, hosts: frozenset[str]) -> None:
        self.hosts = hosts
        self._heap: list[tuple[int, int, int, Address]] = []
        self._known: dict[Address, int | None] = {}
        self._settled: set[Address] = set()
        self._alike: Counter[str] = Counter()
        self._order = 0

    def __len__(self) -> int:
        return len(self._heap)

    def begin(self, address: Address) -> None:
        """Puts in the start page, ahead of everything."""
        self._known[address] = 0
        heapq.heappush(self._heap, (-1_000_000, 0, 0, address))

    def add(self, address: Address, text: str, depth: int | None) -> bool:
        """Puts in a link. False where it is known, another's, no page, too deep, or one too many of its kind."""
        if address in self._known:
            self._nearer(address, depth)
            return False
        if address.host not in self.hosts or (depth or 0) > DEEPEST or not is_page(address):
            return False
        value = promise(text, address.path) - 2 * (depth if depth is not None else 3)
        if not self._room_for(address, value):
            return False
        self._known[address] = depth
        self._order += 1
        heapq.heappush(self._heap, (-value, depth if depth is not None else DEEPEST, self._order, address))
        return True

    def settle(self, address: Address) -> bool:
        """Says that an address needs no more asking. False where that was so already."""
        if address in self._settled:
            return False
        if address not in self._known:
            self._known[address] = None
            self._alike[pattern_of(address)] += 1
        self._settled.add(address)
        return True

    def next(self) -> Waiting | None:
        """Takes out the most promising, and settles it; None where nothing is left."""
        while self._heap:
            address = heapq.heappop(self._heap)[3]
            if self.settle(address):
                return Waiting(address, self._known[address])
        return None

    def _nearer(self, address: Address, depth: int | None) -> None:
        known = self._known[address]
        if depth is not None and (known is None or depth < known):
            self._known[address] = depth

    def _room_for(self, address: Address, value: int) -> bool:
        if len(self._known) >= 2 * LONGEST or (value <= 0 and len(self._known) >= LONGEST):
            return False
        pattern = pattern_of(address)
        self._alike[pattern] += 1
        return self._alike[pattern] <= (PER_CALENDAR if is_calendar(address) else PER_PATTERN)
