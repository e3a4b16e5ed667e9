"""What a cell means as an answer to one question: their words become codes, numbers, dates, or a reason. Pure.

In this order: the mapping's own values; the answers file's signs (a reason in brackets, a guarding apostrophe); the
question's codes and labels in both languages; the reasons that all questions share; a number, a date, own words.
"""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from bredvid.review.answers_file.cells import NONE, CellError, from_cell
from bredvid.review.fieldwork.values import ValueRefused, checked
from bredvid.review.importing.form import choices_of
from bredvid.review.importing.mapping import Column
from bredvid.review.importing.words import BANDS, REASONS
from bredvid.review.models import Missing, Question
from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.tables import Cell, Odd, Oddity
from bredvid.sheets.words import NO, YES, folded

STATES = frozenset(Missing.values)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer in its written form, or why there is none; `read_as` tells how words were taken, where they differ."""

    value: Dictionary[str, Any] = field(default_factory=dict)
    missing: str = ""
    why: str = ""
    read_as: str = ""


class Meaning:
    """What the words of one column mean: the question's own, those of the mapping, those shared by all."""

    def __init__(self, question: Question, column: Column, missing: Dictionary[str, str], separator: str) -> None:
        self.question, self.column = question, column
        self._options = choices_of(question)
        self._codes = list(self._options)
        self._separator = separator
        self._values = {folded(text): code for text, code in column.values.items()}
        self._missing = {**REASONS, **{folded(text): state for text, state in missing.items()}}
        self._labels = self._labelled()
        self._many = question.kind == Question.Kind.MULTIPLE or (
            question.kind == Question.Kind.TEXT and question.exclusivity == Question.Exclusivity.MULTIPLE
        )

    def _labelled(self) -> dict[str, set[str]]:
        labels: dict[str, set[str]] = {}
        for option in self._options.values():
            for words in (option.code, option.label_sv, option.label_en):
                labels.setdefault(folded(words), set()).add(option.code)
        if self.question.kind == Question.Kind.COUNT:
            for words, band in BANDS.items():
                if band in self._options:
                    labels.setdefault(words, set()).add(band)
        return labels

    def of(self, cell: Cell) -> Given | None:
        """The answer of a cell; None where it says nothing. Raises NotUnderstood."""
        if isinstance(cell, Odd):
            return self._odd(cell)
        plain = folded(cell)
        if plain in self._values:
            return self._mapped(self._values[plain], cell)
        if not cell:
            return Given(missing=self._missing[""]) if self._missing.get("") else None
        if cell[0] in "['":
            return self._signed(cell)
        return self._plain(cell, plain)

    def _odd(self, cell: Odd) -> Given:
        if cell.kind is Oddity.DATE:
            if self.question.kind == Question.Kind.DATE:
                return self._checked({"date": cell.text[:10]})
            if self.question.kind == Question.Kind.TEXT and not self._options:
                return self._checked({"text": cell.text})
            raise NotUnderstood(
                _("The cell is a date (%(date)s), where %(kind)s is expected.")
                % {"date": cell.text, "kind": self.question.get_kind_display()},
                _("A spreadsheet makes dates of ranges like 6–14: format the column as text and write it again."),
            )
        raise odd_cell(cell)

    def _mapped(self, code: str, cell: str) -> Given | None:
        if not code:
            return None
        state = code.removeprefix("[").removesuffix("]")
        if code.startswith("[") and state in STATES:
            return Given(missing=state, read_as=state)
        if code == NONE:
            return self._none()
        given = self._checked({"options": code.split(";")})
        return Given(given.value, given.missing, read_as=code)

    def _signed(self, cell: str) -> Given | None:
        kind, codes = self.question.kind, self._codes
        try:
            found = from_cell(kind, codes, cell, STATES)
        except CellError:
            return self._plain(cell.removeprefix("'"), folded(cell.removeprefix("'")))
        if found is None or found.missing:
            return None if found is None else Given(missing=found.missing, why=found.why)
        if found.value == {"options": []}:
            return self._none()
        return self._checked(dict(found.value))

    def _none(self) -> Given:
        if self.question.kind != Question.Kind.MULTIPLE:
            raise NotUnderstood(
                _("“None of them” is no answer to this question."), _("Choose one of: %(all)s.") % {"all": self.choices}
            )
        return Given({"options": []})

    def _plain(self, cell: str, plain: str) -> Given:
        kind = self.question.kind
        if self._options:
            if code := self._option(cell, plain):
                return self._checked({"options": [code]}, read_as="" if code == cell else code)
            if self._many and (codes := self._several(cell)):
                return self._checked({"options": codes})
        if plain in self._missing:
            state = self._missing[plain]
            return Given(missing=state, read_as=state)
        if kind in _NUMBERS and (kind != Question.Kind.COUNT or plain[:1].isdigit() or plain[:1] == "-"):
            return self._checked({"number": cell})
        if kind == Question.Kind.DATE:
            return self._checked({"date": cell.removesuffix(" 00:00:00")})
        if kind == Question.Kind.TEXT and not self._options:
            return self._checked({"text": cell})
        raise NotUnderstood(
            _("“%(text)s” is none of the answers.") % {"text": cell[:60]},
            _("Choose one of: %(all)s; or say in the mapping what it means.") % {"all": self.choices},
        )

    def _option(self, cell: str, plain: str) -> str:
        if cell in self._options:
            return cell
        codes = self._labels.get(plain, set())
        if len(codes) > 1:
            raise NotUnderstood(
                _("“%(text)s” can be several of the answers.") % {"text": cell[:60]},
                _("Write the code: %(all)s.") % {"all": ", ".join(sorted(codes))},
            )
        return next(iter(codes), "")

    def _several(self, cell: str) -> list[str]:
        """The codes of several answers in one cell; none where there is but one. Raises NotUnderstood."""
        parts = [part.strip() for line in cell.splitlines() for part in line.split(self._separator or "\n")]
        parts = [part for part in parts if part]
        if len(parts) < 2:
            return []
        codes = []
        for part in parts:
            plain = folded(part)
            code = self._values.get(plain) or self._option(part, plain)
            if not code:
                raise NotUnderstood(
                    _("“%(text)s” is none of the answers.") % {"text": part[:60]},
                    _("Choose among: %(all)s; or say in the mapping what it means.") % {"all": self.choices},
                )
            codes.append(code)
        return codes

    def _checked(self, value: dict[str, Any], read_as: str = "") -> Given:
        try:
            written, missing = checked(self.question, value)
        except ValueRefused as error:
            raise NotUnderstood(str(error), self._expected()) from None
        return Given(written, missing, read_as=read_as)

    def _expected(self) -> str:
        if self.question.kind in _NUMBERS:
            return _("Write a number in digits, or why there is none: vet ej, ingen statistik.")
        if self._options:
            return _("Choose one of: %(all)s.") % {"all": self.choices}
        return _("Put the cell right, or leave it empty.")

    @property
    def choices(self) -> str:
        """The codes that can be chosen, as words."""
        shown = ", ".join(self._codes[:12])
        return f"{shown} …" if len(self._codes) > 12 else shown


def is_number(question: Question, cell: str) -> bool:
    """Whether the cell of a question that takes a number is meant as one; then it is no word with a meaning."""
    return question.kind in _NUMBERS and folded(cell).lstrip("- ")[:1].isdigit()


_NUMBERS = (Question.Kind.COUNT, Question.Kind.INTEGER, Question.Kind.DECIMAL)


def chosen(cell: Cell, question: Question, option: str) -> bool | None:
    """Whether a column of one option says yes (True), no (False) or nothing (None). Raises NotUnderstood."""
    if isinstance(cell, Odd):
        if cell.kind is not Oddity.DATE:
            raise odd_cell(cell)
        cell = cell.text
    plain = folded(cell)
    if not plain:
        return None
    own = choices_of(question).get(option)
    if plain in YES or (own and plain in {folded(own.code), folded(own.label_sv), folded(own.label_en)}):
        return True
    if plain in NO:
        return False
    raise NotUnderstood(
        _("“%(text)s” is neither yes nor no to “%(option)s”.")
        % {"text": cell[:60], "option": own.label("label") if own else option},
        _("Write ja or nej, x or nothing, 1 or 0."),
    )
