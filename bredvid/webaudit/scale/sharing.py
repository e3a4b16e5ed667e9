"""Verdicts that are alike, kept once: most of a site's pages say the same of most indicators."""

from dataclasses import replace

from bredvid.webaudit.shapes import PageVerdicts, Verdict


class Sharing:
    """Gives for each verdict the first that was like it. What a shard shares stays shared between processes."""

    def __init__(self) -> None:
        self._verdicts: dict[tuple[object, ...], Verdict] = {}
        self._whole: dict[tuple[int, ...], dict[str, Verdict]] = {}
        self._links: dict[tuple[str, ...], tuple[str, ...]] = {}

    def of(self, page: PageVerdicts) -> PageVerdicts:
        """The same page with shared verdicts and links."""
        verdicts = {indicator: self._verdict(verdict) for indicator, verdict in page.verdicts.items()}
        whole = self._whole.setdefault(tuple(map(id, verdicts.values())), verdicts)
        return replace(page, verdicts=whole, links=self._links.setdefault(page.links, page.links))

    def _verdict(self, verdict: Verdict) -> Verdict:
        key = (*_said(verdict), repr(verdict.value))
        return self._verdicts.setdefault(key, verdict)


def _said(verdict: Verdict) -> tuple[str, ...]:
    return verdict.state, verdict.reason, verdict.zone, verdict.quote, verdict.url, verdict.fetched
