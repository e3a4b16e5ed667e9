"""The verdicts of one page, as if it were all there is."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bredvid.webaudit.judging import (
    anonymity,
    buyers,
    forms,
    near,
    persons,
    pornography,
    prostitution,
    readable,
    relation,
    safe,
    shelters,
    units,
)  # fmt: skip
from bredvid.webaudit.judging.addresses import on_same_site
from bredvid.webaudit.judging.frames import add_framed
from bredvid.webaudit.judging.municipalities import key_of
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan, words_of
from bredvid.webaudit.judging.sections import relevant_blocks
from bredvid.webaudit.lexicon import Matcher, matcher
from bredvid.webaudit.shapes import GUIDING, INDICATORS, Page, PageVerdicts, Raw, State, Verdict, Zone

# Only guidance can make these found; the others tell of any page.
OF_GUIDANCE = frozenset(f"W{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 12))


def judge_page(page: Page, words: Matcher | None = None) -> PageVerdicts:
    """All verdicts of a page. `words` is the current lexicon's matcher unless a test says otherwise."""
    words = words or matcher()
    scan = Scan(page, words_of(words))
    add_framed(scan, words.lexicon.frames)
    found = forms.named(scan)
    verdicts, tied = _verdicts(scan, found)
    guiding = page.kind in GUIDING
    return PageVerdicts(
        url=page.url, title=page.title, kind=page.kind.value, language=page.language, fetched=page.fetched,
        zones=_zones(page), verdicts=verdicts, relevant=_is_found(verdicts, "W1", "W2"), tied=tied,
        forms=forms.groups(found) if guiding else (), links=on_same_site(page.url, (link.href for link in page.links)),
        municipality=key_of(page.url, page.municipality), problems=page.problems, published=page.published,
        changed=page.changed,
    )  # fmt: skip


def unread(raw: Raw, reason: str) -> PageVerdicts:
    """The verdicts of an address that gave nothing to read: each could not be checked."""
    verdict = Verdict(State.NOT_CHECKED, reason)
    return PageVerdicts(
        url=raw.url or raw.where, title=raw.title, kind="", language="", fetched=raw.fetched, zones={},
        verdicts=dict.fromkeys(INDICATORS, verdict), municipality=key_of(raw.url, raw.municipality), problem=reason,
    )  # fmt: skip


def _verdicts(scan: Scan, form: list[Mention]) -> tuple[dict[str, Verdict], bool]:
    page, guiding = scan.page, scan.page.kind in GUIDING
    paid, shown = prostitution.named(scan), pornography.named(scan)
    named = _in_order([*paid, *shown])
    relevant, tied = relevant_blocks(scan, named), relation.ties(scan)
    first = {"W1": prostitution.judge(scan, paid), "W2": pornography.judge(scan, shown)}
    unclear = any(verdict.state is State.UNCLEAR for verdict in first.values())
    verdicts = first | {
        "W3": forms.judge(scan, form),
        "W4": persons.judge(scan, relevant),
        "W5": units.judge(scan, relevant),
        "W6": anonymity.judge(scan),
        "W7": shelters.judge(scan),
        "W8": relation.judge(scan, relevant, named, tied, unclear),
        "W9": readable.judge(page),
        "W10": near.judge(page.kind, bool(named) and guiding),
        "W11": safe.judge(scan),
        "W12": buyers.judge(scan, relevant, named if guiding else []),
    }
    return (verdicts if guiding else _without_guidance(verdicts)), bool(tied)


def _without_guidance(verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """What the verdicts become on a page that guides nobody; the passages are kept."""
    return {
        indicator: _demoted(verdict) if indicator in OF_GUIDANCE else verdict for indicator, verdict in verdicts.items()
    }


def _demoted(verdict: Verdict) -> Verdict:
    points = verdict.state is State.UNCLEAR and verdict.reason != Reason.NOTHING_TO_JUDGE
    if verdict.state is State.FOUND or points:
        return replace(verdict, state=State.NOT_FOUND, reason=Reason.NOT_GUIDANCE, value=None)
    return verdict


def _is_found(verdicts: Mapping[str, Verdict], *indicators: str) -> bool:
    return any(verdicts[indicator].state is State.FOUND for indicator in indicators)


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (mention.block, mention.start))


def _zones(page: Page) -> dict[str, int]:
    zones: dict[Zone, int] = {}
    for block in page.blocks:
        zones[block.zone] = zones.get(block.zone, 0) + len(block.text)
    return {zone.value: zones[zone] for zone in sorted(zones)}
