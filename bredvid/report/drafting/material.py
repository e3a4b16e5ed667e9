"""What a draft is written from: the round's questions with their results, section by section."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from bredvid.accounts.addresses import DRAFT
from bredvid.figures.figure import Base, Figure
from bredvid.report.bases import round_base
from bredvid.report.texts.reading import recommendations
from bredvid.review.missing import missing_by_reason
from bredvid.review.models import Fieldwork, Missing, Question, Round, Section
from bredvid.review.reads import Result, results_of

# Names that mean a base after the question's code; an answer that bears one is bound to by nobody.
_BASE_NAMES = frozenset({"asked", "accounted", "unaccounted"})


@dataclass(frozen=True)
class Item:
    """One question with its result, and by reason how many gave no value."""

    result: Result
    missing: Mapping[str, int]
    recommendation: str

    @property
    def code(self) -> str:
        """The question's code."""
        return self.result.question.code

    @property
    def question(self) -> Question:
        """The question."""
        return self.result.question

    @property
    def counted(self) -> tuple[Figure, ...]:
        """Its counts, the most common first; those equally common in the form's order."""
        order = {option.code: option.order for option in self.result.options}
        return tuple(sorted(self.result.counted, key=lambda figure: (-figure.count, order[figure.option])))

    @property
    def can_be_bound(self) -> bool:
        """Whether its figures can be named in a text: not where a code means something else there."""
        return self.code != "base" and not _BASE_NAMES & {option.code for option in self.result.options}

    @property
    def of_everybody(self) -> bool:
        """Whether it was put to all that took part."""
        return not self.question.is_follow_up and not self.missing.get(Missing.NOT_ASKED.value)


@dataclass(frozen=True)
class Material:
    """A round as a draft needs it."""

    round: Round
    base: Base
    sections: tuple[tuple[Section, tuple[Item, ...]], ...]
    has_answer_by: bool
    has_reminders: bool

    @property
    def items(self) -> tuple[Item, ...]:
        """All questions in the form's order."""
        return tuple(item for _, items in self.sections for item in items)


def material_of(round_: Round) -> Material:
    """Reads a round once."""
    results = [result for result in results_of(round_) if result.options]
    missing = missing_by_reason(round_, results)
    known = {item.code for item in recommendations()}
    measures = {each.question.code: each.question.recommendation for each in results}
    items = [
        Item(each, missing[code], measures[code] if measures[code] in known else "")
        for each in results
        for code in (each.question.code,)
    ]
    sections = groupby(items, key=lambda item: item.question.section)
    fieldwork = Fieldwork.objects.filter(code=round_.code.removesuffix(DRAFT)).first()
    return Material(
        round=round_,
        base=round_base(round_),
        sections=tuple((section, tuple(inside)) for section, inside in sections),
        has_answer_by=bool(fieldwork and fieldwork.answer_by),
        has_reminders=bool(fieldwork and fieldwork.reminders),
    )
