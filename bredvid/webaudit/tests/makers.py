"""Makers of pages as the reading gives them, for tests of what is judged. Every name and number is invented."""

import re
from collections.abc import Iterable

from bredvid.webaudit.judging.pages import judge_page
from bredvid.webaudit.shapes import Block, Kind, Link, Page, PageVerdicts, Verdict, Zone

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_TAGS = {"# ": "h1", "## ": "h2", "### ": "h3", "- ": "li"}


def page(
    text: str = "", *, title: str = "", kind: str = "guidance", url: str = "https://www.exempel.test/stod",
    municipality: str = "", links: Iterable[str] = (), **more: object,
) -> Page:  # fmt: skip
    """A page of one block a line.

    "# " and "## " are headings, "- " items, "{footer} " puts a line in another zone, "[name](address)" is a link.
    """
    blocks = [Block(Zone.TITLE, title, "title", 0)] if title else []
    found: list[Link] = []
    section = 1
    for line in filter(None, (line.strip() for line in text.splitlines())):
        zone, line = _zone(line)
        mark = next((mark for mark in _TAGS if line.startswith(mark)), "")
        if mark.startswith("#"):
            section += 1
            zone = Zone.HEADINGS
        here = [Link(href, name, zone) for name, href in _LINK.findall(line)]
        numbers = tuple(range(len(found), len(found) + len(here)))
        found += here
        aside = 100 if zone not in (Zone.MAIN, Zone.HEADINGS, Zone.FOLDED) else 0
        words = _LINK.sub(r"\1", line.removeprefix(mark))
        blocks.append(Block(zone, words, _TAGS.get(mark, "p"), section + aside, numbers))
    found += [Link(href, "", Zone.MAIN) for href in links]
    return Page(
        url=url, title=title, kind=Kind(kind), language="sv", blocks=tuple(blocks), links=tuple(found),
        municipality=municipality, fetched="2026-11-20T10:00:00Z", **more,  # type: ignore[arg-type]  # what a test changes it knows
    )  # fmt: skip


def _zone(line: str) -> tuple[Zone, str]:
    found = re.match(r"\{(\w+)\} (.*)", line)
    return (Zone(found[1]), found[2]) if found else (Zone.MAIN, line)


def judged(text: str = "", **about: object) -> PageVerdicts:
    """The verdicts of a page made so."""
    return judge_page(page(text, **about))  # type: ignore[arg-type]  # passed on


def verdict(indicator: str, text: str = "", **about: object) -> Verdict:
    """One verdict of a page made so."""
    return judged(text, **about).verdicts[indicator]
