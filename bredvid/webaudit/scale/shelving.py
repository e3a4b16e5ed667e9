"""The links of a shard's pages, packed together: a site's are asked for once, and a country's would fill the memory."""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_QUICK = 1
"""How hard to pack: the links of a site are so alike that more effort gains nothing."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """The links of one page, by its number on a shelf; they are read from it each time they are asked for."""

    shelf: bytes
    number: int

    def __iter__(self) -> Iterator[str]:
        return iter(_taken_down(self.shelf)[self.number])

    def __len__(self) -> int:
        return len(_taken_down(self.shelf)[self.number])

    def __contains__(self, link: object) -> bool:
        return link in _taken_down(self.shelf)[self.number]


def shelved(links: Sequence[tuple[str, ...]]) -> list[Shelved]:
    """The links of some pages, packed together."""
    shelf = zlib.compress(pickle.dumps(list(links), pickle.HIGHEST_PROTOCOL), _QUICK)
    return [Shelved(shelf, number) for number in range(len(links))]


@lru_cache(maxsize=2)
def _taken_down(shelf: bytes) -> list[tuple[str, ...]]:
    links: list[tuple[str, ...]] = pickle.loads(zlib.decompress(shelf))  # noqa: S301 (packed above)
    return links
