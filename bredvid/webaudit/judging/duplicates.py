"""Pages by address, each once: what was fetched again replaces what was fetched before."""

from collections.abc import Iterable
from itertools import groupby

from bredvid.webaudit.shapes import PageVerdicts


def once_each(pages: Iterable[PageVerdicts]) -> list[PageVerdicts]:
    """The pages by address; of an address that was fetched more than once, the latest that could be read.

    Saved pages that nobody says when they were fetched stand each for itself, also where two have one address.
    """
    latest: dict[tuple[str, str], PageVerdicts] = {}
    saved: list[PageVerdicts] = []
    for page in pages:
        key = _address(page)
        if not page.fetched:
            saved.append(page)
        elif key not in latest or _freshness(page) > _freshness(latest[key]):
            latest[key] = page
    by_address = groupby(sorted([*latest.values(), *saved], key=_address), key=_address)
    return [page for _address_of, same in by_address for page in _in_order(list(same))]


def _address(page: PageVerdicts) -> tuple[str, str]:
    return page.url, page.municipality


def _in_order(same: list[PageVerdicts]) -> list[PageVerdicts]:
    return sorted(same, key=_freshness) if len(same) > 1 else same


def _freshness(page: PageVerdicts) -> tuple[bool, str, str]:
    """What decides which of two readings of an address stands; the same whatever came first."""
    return not page.problem, page.fetched, repr((sorted(page.verdicts.items()), page.published, page.changed))
