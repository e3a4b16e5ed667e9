"""Sentences that must give no hit for an indicator: what the judge is fooled by, with the reason why it must not be."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bredvid.webaudit.shapes import PageVerdicts, Raw, State, Verdict
from bredvid.webaudit.truth.examples import BlocksError
from bredvid.webaudit.truth.reading import LABELLED

FILE = Path(__file__).parent / "false-hits.toml"
_FIELDS = frozenset({"indicator", "quote_text", "why"})


@dataclass(frozen=True, slots=True)
class FalseHit:
    """A short text, the indicator that it must not meet, and why."""

    indicator: str
    text: str
    why: str

    def raw(self) -> Raw:
        """The sentence as a page of its own, without a title that could help or harm."""
        return Raw(url="https://www.exempelkommun.test/sida", text=self.text, title="Sida", where="false-hits")


def false_hits(path: Path = FILE) -> tuple[FalseHit, ...]:
    """Every sentence. Raises BlocksError for a row that is not whole, or an unknown indicator."""
    rows = tomllib.loads(path.read_text("utf-8")).get("false_hit", [])
    for position, row in enumerate(rows, start=1):
        if row.keys() != _FIELDS or not all(row.values()):
            raise BlocksError(f"{path.name}, row {position}: expected {', '.join(sorted(_FIELDS))}")
        if row["indicator"] not in LABELLED:
            raise BlocksError(f"{path.name}, row {position}: no such indicator: {row['indicator']}")
    return tuple(FalseHit(row["indicator"], row["quote_text"], row["why"]) for row in rows)


def hits(judge: Callable[[Raw], PageVerdicts], sentences: Iterable[FalseHit]) -> tuple[tuple[FalseHit, Verdict], ...]:
    """Those that the judge takes for found all the same, with its verdict."""
    judged = ((sentence, judge(sentence.raw()).verdicts[sentence.indicator]) for sentence in sentences)
    return tuple((sentence, verdict) for sentence, verdict in judged if verdict.state is State.FOUND)
