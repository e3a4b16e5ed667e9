"""Reads an archive back into a visit, so that a killed crawl goes on where it was: the archive is its memory."""

from datetime import datetime, timedelta
from pathlib import Path

from bredvid.webaudit.crawling.addresses import address_of, origin_of
from bredvid.webaudit.crawling.one_page import SKIPPED, reason_of
from bredvid.webaudit.crawling.records import Kept, kept_in
from bredvid.webaudit.crawling.site_robots import NOTE as ROBOTS, SiteRobots
from bredvid.webaudit.crawling.state import State

SITEMAPS, FINISHED = "sitemaps", "finished"
ROBOTS_HOLD = timedelta(hours=24)  # RFC 9309, 2.4


class Recalled:
    """What an archive says of the visit beside its pages."""

    def __init__(self) -> None:
        self.ended = ""
        self.sitemaps_read = False
        self.records = 0


def recall(path: Path, state: State, robots: SiteRobots, now: str) -> Recalled:
    """Puts everything that stands in an archive into the state, as if it had come just now."""
    found = Recalled()
    if path.exists():
        for kept in kept_in(path):
            found.records += 1
            _recall_record(kept, state, robots, now, found)
    return found


def _recall_record(kept: Kept, state: State, robots: SiteRobots, now: str, found: Recalled) -> None:
    if kept.note:
        _recall_note(kept, state, robots, now, found)
        return
    found.ended = ""  # it went on after it had ended
    address = address_of(kept.url)
    if address is None:
        return
    if kept.status in range(300, 400):
        _recall_redirect(kept, state)
        return
    state.frontier.settle(address)
    if kept.reason or not 200 <= kept.status < 300:
        state.outcome.fail(kept.reason or reason_of(kept.status))
        return
    if kept.unchanged_since:
        state.outcome.unchanged += 1
    state.page_kept(kept.url, kept.body, kept.fields, kept.depth)


def _recall_redirect(kept: Kept, state: State) -> None:
    address = address_of(kept.url)
    target = state.redirected(kept.url, kept.fields.get("location", ""))
    if address is not None and target != address:
        state.frontier.settle(address)
        if target is not None:
            state.frontier.add(target, "", kept.depth)


def _recall_note(kept: Kept, state: State, robots: SiteRobots, now: str, found: Recalled) -> None:
    if kept.note == ROBOTS and _still_holds(kept.fetched, now):
        robots.recall(origin_of(kept.url), kept.body)
    elif kept.note == SITEMAPS:
        found.sitemaps_read = True
        state.add_from_sitemap(kept.body.decode("utf-8", errors="replace").split())
    elif kept.note == FINISHED:
        found.ended = kept.body.decode("utf-8", errors="replace").strip()
    elif kept.note == SKIPPED and (address := address_of(kept.url)) is not None:
        state.frontier.settle(address)


def _still_holds(fetched: str, now: str) -> bool:
    try:
        return datetime.fromisoformat(now) - datetime.fromisoformat(fetched) < ROBOTS_HOLD
    except ValueError:
        return False
