"""A question as a page shows it: its fields filled with what is stored, or with what was typed and could not be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language, gettext as _

from bredvid.review.answering.given import EXPLAINED, LARGEST_BAND, Given
from bredvid.review.answering.saving import UNSAVED, Outcome, Result
from bredvid.review.answering.standing import Lack, Standing
from bredvid.review.answering.words import words_of
from bredvid.review.expressions import describe_relevance
from bredvid.review.models import Entry, Missing, Question, Section

_CONTROLS = {
    Question.Kind.SINGLE: "choices", Question.Kind.ORDINAL: "choices", Question.Kind.MULTIPLE: "choices",
    Question.Kind.COUNT: "choices", Question.Kind.INTEGER: "number", Question.Kind.DECIMAL: "number",
    Question.Kind.DATE: "date", Question.Kind.TEXT: "text", Question.Kind.NOTE: "note",
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """A radio button or box. `asks_why`: choosing it opens the field for why; `asks_number`: for the exact number."""

    code: str
    label: str
    chosen: bool = False
    asks_why: bool = False
    asks_number: bool = False


@dataclass(frozen=True)
class Part:
    """A question on a page. `put` is False where it does not concern the municipality as it has answered."""

    question: Question
    number: int | None
    control: str
    given: Given
    put: bool = True
    choices: list[Choice] = field(default_factory=list)
    reasons: list[Choice] = field(default_factory=list)
    when: str = ""
    problem: str = ""
    conflict: Entry | None = None
    theirs: str = ""
    mine: str = ""
    previous: str = ""

    @property
    def code(self) -> str:
        """The question's code."""
        return self.question.code

    @property
    def several(self) -> bool:
        """Whether more than one answer may be chosen."""
        return self.question.kind == Question.Kind.MULTIPLE

    @property
    def asks_number(self) -> bool:
        """Whether an exact number may be told beside the band."""
        return any(choice.asks_number for choice in self.choices)

    @property
    def has_reason(self) -> bool:
        """Whether a reason for not answering is chosen that is no answer among the others."""
        return bool(self.given.reason)

    @property
    def explained_below(self) -> bool:
        """Whether one of the answers themselves asks why."""
        return any(choice.asks_why for choice in self.choices)


def parts_of(
    standing: Standing,
    section: Section,
    *,
    outcomes: Mapping[str, Outcome] | None = None,
    previous: Mapping[str, str] | None = None,
    ask_why: bool = False,
) -> list[Part]:
    """The questions and notes of a section. With `ask_why`, a reason without its why is a problem too."""
    asked = [question for question in standing.questions.values() if question.section_id == section.pk]
    shown = [question for question in asked if question.kind != Question.Kind.REGISTER]
    return [
        _part(standing, question, (outcomes or {}).get(question.code), (previous or {}).get(question.code, ""), ask_why)
        for question in shown
    ]


def _part(standing: Standing, question: Question, outcome: Outcome | None, previous: str, ask_why: bool) -> Part:
    entry = standing.entries.get(question.code)
    unsaved = outcome is not None and outcome.result in UNSAVED
    given = outcome.given if outcome and unsaved else _stored(question, entry)
    conflict = outcome.entry if outcome and outcome.result == Result.CONFLICT else None
    asked = standing.form.by_code[question.code]
    return Part(
        question, asked.number, "text" if question.coded else _CONTROLS[Question.Kind(question.kind)], given,
        put=standing.put[question.code], choices=_choices(question, given), reasons=_reasons(question, given),
        when=describe_relevance(asked, standing.form, get_language() or "sv"),
        problem=_problem(standing, question, outcome, ask_why), conflict=conflict,
        theirs=words_of(question, conflict) or (_("no answer") if conflict else ""),
        mine=_typed(question, given) if unsaved else "", previous=previous,
    )  # fmt: skip


def _stored(question: Question, entry: Entry | None) -> Given:
    if entry is None:
        return Given(code=question.code)
    value = entry.value
    return Given(
        code=question.code, seen=entry.revision, options=tuple(value.get("options", [])),
        number=str(value.get("number", "")), text=str(value.get("text", "")), date=str(value.get("date", "")),
        reason="" if entry.missing == Missing.BLANK else entry.missing, why=entry.why,
    )  # fmt: skip


def _typed(question: Question, given: Given) -> str:
    """What was typed, in words."""
    if given.reason in Missing.values:
        return " – ".join(filter(None, (str(Missing(given.reason).label).capitalize(), given.why)))
    labels = [option.label("label") for option in question.options.all() if option.code in given.options]
    words = [", ".join(labels), given.number, given.text, given.date, given.why]
    return "\n".join(filter(None, words)) or _("no answer")


def _problem(standing: Standing, question: Question, outcome: Outcome | None, ask_why: bool) -> str:
    if outcome is not None and outcome.result == Result.REFUSED:
        return outcome.message
    if outcome is not None and outcome.result == Result.CONFLICT:
        return _("Somebody else of you has answered meanwhile. Choose which answer is to hold.")
    if ask_why and standing.lacking.get(question.code) == Lack.WHY:
        return _("Tell us in a few words why you do not know.")
    return ""


def _choices(question: Question, given: Given) -> list[Choice]:
    if question.coded or _CONTROLS[Question.Kind(question.kind)] != "choices":
        return []
    return [
        Choice(
            option.code, option.label("label"), option.code in given.options, option.missing in EXPLAINED,
            question.kind == Question.Kind.COUNT and option.code == LARGEST_BAND,
        )
        for option in question.options.all()
    ]  # fmt: skip


def _reasons(question: Question, given: Given) -> list[Choice]:
    """The ways to leave a question that are no answer among its own."""
    offered = {option.missing for option in question.options.all()} if not question.coded else set()
    labels = {Missing.DONT_KNOW.value: _("We do not know")}
    if question.kind in (Question.Kind.COUNT, Question.Kind.INTEGER, Question.Kind.DECIMAL):
        labels[Missing.NO_STATISTICS.value] = _("We have no statistics")
    labels[Missing.REFUSED.value] = _("We do not want to answer")
    return [
        Choice(code, label, code == given.reason, code in EXPLAINED)
        for code, label in labels.items()
        if code not in offered or code == given.reason
    ]
