"""Verdicts that are alike, kept once: most of a site's pages say the same of most indicators."""

from collections.abc import Sequence
from dataclasses import replace

from bredvid.webaudit.scale.shelving import shelved
from bredvid.webaudit.shapes import PageVerdicts, Verdict


class Sharing:
    """Gives for each verdict the first that was like it. What a shard shares stays shared between processes."""

    def __init__(self) -> None:
        self._verdicts: dict[tuple[object, ...], Verdict] = {}
        self._whole: dict[tuple[int, ...], dict[str, Verdict]] = {}

    def of(self, pages: Sequence[PageVerdicts]) -> tuple[PageVerdicts, ...]:
        """The same pages with shared verdicts, and their links packed together."""
        links = shelved([tuple(page.links) for page in pages])
        return tuple(
            replace(page, verdicts=self._whole_of(page), links=each) for page, each in zip(pages, links, strict=True)
        )

    def _whole_of(self, page: PageVerdicts) -> dict[str, Verdict]:
        verdicts = {indicator: self._verdict(verdict) for indicator, verdict in page.verdicts.items()}
        return self._whole.setdefault(tuple(map(id, verdicts.values())), verdicts)

    def _verdict(self, verdict: Verdict) -> Verdict:
        key = (*_said(verdict), repr(verdict.value))
        return self._verdicts.setdefault(key, verdict)


def _said(verdict: Verdict) -> tuple[str, ...]:
    return verdict.state, verdict.reason, verdict.zone, verdict.quote, verdict.url, verdict.fetched
