"""How many links lie between the start page and each other page: breadth first, so always the shortest way."""

from collections import deque
from collections.abc import Iterable, Mapping


def clicks(links: Mapping[str, Iterable[str]], starts: Iterable[str]) -> dict[str, int]:
    """Page → clicks from the nearest of the start pages, for every page that a way leads to.

    `links` says of each page where its links lead; links to what is no page are passed over.
    """
    far = dict.fromkeys((start for start in starts if start in links), 0)
    waiting = deque(far)
    while waiting:
        page = waiting.popleft()
        for target in links[page]:
            if target in links and target not in far:
                far[target] = far[page] + 1
                waiting.append(target)
    return far
