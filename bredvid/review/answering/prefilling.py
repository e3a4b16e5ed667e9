"""What a file of figures would fill in, beside what is answered already. Nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _, gettext_lazy

from bredvid.review.answering.given import Given
from bredvid.review.answering.prefill_file import Figures, Line
from bredvid.review.answering.standing import Standing
from bredvid.review.answering.words import words_of
from bredvid.review.answers_file.cells import CellAnswer, CellError, from_cell
from bredvid.review.fieldwork.values import ValueRefused, checked
from bredvid.review.models import Entry, Fieldwork, Question
from bredvid.sheets.errors import ImportRefused

# What a count stands on, as the file says it in codes.
STANDS_ON = {
    "periods": gettext_lazy("Counted on support periods."),
    "partly": gettext_lazy("Partly counted on support periods."),
    "contacts": gettext_lazy("Counted on contacts, without support periods."),
    "nothing": gettext_lazy("Nothing is counted that year."),
}


class State(StrEnum):
    """What accepting a line would do."""

    FILLS = "fills"
    REPLACES = "replaces"
    SAME = "same"
    OPEN = "open"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A line of the file beside what is answered: `says` is the file's words, `held` the municipality's own."""

    question: Question
    number: int | None
    state: State
    given: Given
    says: str = ""
    held: str = ""
    notes: Sequence[str] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be accepted."""
        return self.state in (State.FILLS, State.REPLACES)

    @property
    def replaces(self) -> bool:
        """Whether accepting it puts it in place of another answer."""
        return self.state == State.REPLACES


def proposals_of(standing: Standing, figures: Figures) -> list[Proposal]:
    """A proposal for each line whose question is in the form, in the form's order.

    Raises ImportRefused for another form, and for made-up figures in a real round or real ones in a made-up round.
    """
    _refuse(standing.case.fieldwork, figures)
    lines = {line.code: line for line in figures.lines}
    return [_proposal(standing, standing.questions[code], lines[code]) for code in standing.questions if code in lines]


def _refuse(fieldwork: Fieldwork, figures: Figures) -> None:
    form = f"{fieldwork.questionnaire.code}-{fieldwork.questionnaire.version}"
    if figures.questionnaire != form:
        raise ImportRefused(
            _("The file is made for another form (%(file)s); this one is %(form)s. Take the figures out again.")
            % {"file": figures.questionnaire[:40] or "–", "form": form}
        )
    if figures.invented and not fieldwork.demonstration:
        raise ImportRefused(
            _("The figures in the file are made up (DEMO), and this review is real. Nothing is filled in.")
        )
    if fieldwork.demonstration and not figures.invented:
        raise ImportRefused(_("The figures in the file are real, and this review is made up. Nothing is filled in."))


def _proposal(standing: Standing, question: Question, line: Line) -> Proposal:
    entry = standing.entries.get(question.code)
    found = Proposal(
        question=question, number=standing.form.by_code[question.code].number, state=State.OPEN,
        given=Given(code=question.code, seen=entry.revision if entry else 0), says=_between(question, line),
        held=words_of(question, entry), notes=_notes(line),
    )  # fmt: skip
    if not line.cell:
        return found
    try:
        value, missing = checked(question, dict(_answer(question, line.cell).value))
    except (CellError, ValueRefused):
        return replace(found, state=State.REFUSED, says=line.cell[:60], notes=[])
    given = replace(found.given, options=tuple(value.get("options", [])), number=str(value.get("number", "")))
    says = words_of(question, Entry(value=value, missing=missing))
    return replace(found, state=_state(entry, value, found.held), given=given, says=says)


def _answer(question: Question, cell: str) -> CellAnswer:
    """Codes and numbers alone: words of whoever wrote the file are nobody's answer here."""
    options = [option.code for option in question.options.all()]
    if question.coded or not options:
        raise CellError(cell)
    # No state is known here: a reason for not answering is given by whoever answers, not by a file.
    answer = from_cell(question.kind, options, cell, frozenset())
    if answer is None or answer.value.keys() - {"options", "number"}:
        raise CellError(cell)
    return answer


def _state(entry: Entry | None, value: object, held: str) -> State:
    if entry is not None and not entry.missing and entry.value == value:
        return State.SAME
    return State.REPLACES if held else State.FILLS


def _between(question: Question, line: Line) -> str:
    labels = {option.code: option.label("label") for option in question.options.all()}
    ends = [labels.get(end.removeprefix("'"), "") for end in (line.lowest, line.highest)]
    return _("between %(lowest)s and %(highest)s") % {"lowest": ends[0], "highest": ends[1]} if all(ends) else ""


def _notes(line: Line) -> list[str]:
    notes = [str(STANDS_ON[line.stands_on])] if line.stands_on in STANDS_ON else []
    if line.unknown == "ja":
        notes.append(_("There were more whose form of exploitation is not known."))
    return notes
