"""A form over variables of the codebook: what is sent is codes, what comes out is what is stored."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from bredvid.register.codebook import Variable, current
from bredvid.register.forms.questions import Question, question

NO_SUCH = {
    "invalid_choice": gettext_lazy("Choose among the answers."),
    "invalid_list": gettext_lazy("Choose among the answers."),
}


class CodedForm(forms.Form):
    """Asks these variables; those whose columns are `needed` must have an answer. `values` holds what to store."""

    def __init__(self, *args: Any, variables: Iterable[Variable], needed: Collection[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.variables = {variable.column: variable for variable in variables}
        self.needed = frozenset(needed)
        self.values: dict[str, int] = {}
        for column, variable in self.variables.items():
            self.fields[column] = _field(variable)

    def clean(self) -> dict[str, Any]:
        """Turns codes into what is stored, and tells at its place what cannot hold or is missing."""
        cleaned = super().clean() or {}
        for column, variable in self.variables.items():
            if column in self.errors:
                continue
            sent = cleaned.get(column) or []
            try:
                self.values[column] = variable.stored([sent] if isinstance(sent, str) else sent)
            except ValueError:
                self.add_error(column, _said_alone(variable, sent))
        for column in self.missing():
            if column not in self.errors:
                self.add_error(column, _("Choose an answer. Don't know is one too."))
        return cleaned

    def missing(self) -> list[str]:
        """The columns that need an answer and have none."""
        return [column for column in self.variables if column in self.needed and not self.values.get(column)]

    def is_needed(self, column: str) -> bool:
        """Whether a question that is shown must have an answer."""
        return column in self.needed

    def question(self, column: str) -> Question:
        """A variable as the page asks it, with what is chosen and what is wrong."""
        chosen = self[column].value() or []
        return question(
            self.variables[column],
            [chosen] if isinstance(chosen, str) else chosen,
            needed=self.is_needed(column),
            faults=[str(fault) for fault in self.errors.get(column, [])],
        )

    def faulty(self) -> list[Question]:
        """The questions that something is wrong with, in the order of the page."""
        return [self.question(column) for column in self.variables if column in self.errors]


def as_initial(values: Mapping[str, int]) -> dict[str, Any]:
    """What is stored, as a form takes it: a code, or a list of codes."""
    found: dict[str, Any] = {}
    for column, stored in values.items():
        variable = current().by_column[column]
        codes = [code.code for code in variable.chosen(stored)]
        found[column] = codes if variable.is_multiple else "".join(codes)
    return found


def _field(variable: Variable) -> forms.Field:
    choices = [(code.code, code.code) for code in variable.codes]
    kind = forms.MultipleChoiceField if variable.is_multiple else forms.ChoiceField
    return kind(choices=choices, required=False, error_messages=NO_SUCH)


def _said_alone(variable: Variable, sent: Iterable[str]) -> str:
    alone = [choice.label for choice in question(variable, sent, needed=True).chosen if choice.alone]
    return _("“%(answer)s” stands alone. Take it away, or the other answers.") % {"answer": alone[0] if alone else ""}
