"""Whether a mapping fits a table and a questionnaire, before a single row is read. Pure."""

from collections.abc import Mapping as Dictionary
from difflib import get_close_matches

from django.utils.translation import gettext as _

from bredvid.review.answers_file.cells import NONE
from bredvid.review.importing.form import choices_of, has_words
from bredvid.review.importing.mapping import Column, Mapping, Part
from bredvid.review.importing.meanings import STATES
from bredvid.review.models import Question
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Table


def unmapped(table: Table, mapping: Mapping) -> list[str]:
    """Columns with anything in them that are neither read nor left out on purpose."""
    filled = {at for row in table.rows for at, cell in enumerate(row.cells) if cell}
    return [name for at, name in enumerate(table.columns) if name not in mapping.named and at in filled]


def check_mapping(table: Table, mapping: Mapping, questions: Dictionary[str, Question]) -> None:
    """Raises ImportRefused where the mapping names what is not there."""
    if not mapping.code and not mapping.name:
        raise ImportRefused(_("Say which column holds the municipality’s code or name."))
    if not mapping.columns:
        raise ImportRefused(_("No column is read as an answer. Say which question each column answers."))
    for name in (mapping.code, mapping.name, *(column.header for column in mapping.columns)):
        if name and name not in table.columns:
            raise ImportRefused(_("The file has no column “%(name)s”.") % {"name": name} + _near(name, table.columns))
    for text, state in mapping.missing.items():
        if state not in STATES:
            raise ImportRefused(
                _("“%(text)s” is to mean “%(state)s”, which is no reason; there are %(all)s.")
                % {"text": text, "state": state, "all": ", ".join(sorted(STATES))}
            )
    for column in mapping.columns:
        _check_column(column, questions)
    _refuse_two_ways(mapping)


def _check_column(column: Column, questions: Dictionary[str, Question]) -> None:
    question = questions.get(column.question)
    if question is None:
        raise ImportRefused(
            _("Column “%(column)s”: there is no question %(question)s in this round.")
            % {"column": column.header, "question": column.question}
        )
    options = set(choices_of(question))
    if column.part is Part.TEXT and not has_words(question):
        raise ImportRefused(
            _("Column “%(column)s”: question %(question)s has no own words beside its codes.")
            % {"column": column.header, "question": column.question}
        )
    if column.option and (question.kind != Question.Kind.MULTIPLE or column.option not in options):
        raise ImportRefused(
            _("Column “%(column)s”: “%(option)s” is no option of a question with several answers.")
            % {"column": column.header, "option": column.option}
        )
    for text, target in column.values.items():
        _check_value(column, text, target, options)


def _check_value(column: Column, text: str, target: str, options: set[str]) -> None:
    reason = target.startswith("[") and target[1:-1] in STATES
    if target and not reason and target != NONE and not set(target.split(";")) <= options:
        raise ImportRefused(
            _("Column “%(column)s”: “%(text)s” is to mean “%(target)s”, which is none of: %(all)s.")
            % {"column": column.header, "text": text, "target": target, "all": ", ".join(sorted(options))}
        )


def _refuse_two_ways(mapping: Mapping) -> None:
    """Either a column for each option, or the options in one column: both would say two things."""
    whole = {column.question for column in mapping.columns if column.part is Part.ANSWER and not column.option}
    for column in mapping.columns:
        if column.option and column.question in whole:
            raise ImportRefused(
                _("Question %(question)s is read from one column and from a column for each option. Keep one way.")
                % {"question": column.question}
            )


def _near(name: str, names: tuple[str, ...]) -> str:
    found = get_close_matches(name, names, n=1, cutoff=0.6)
    return " " + _("Is it “%(name)s”?") % {"name": found[0]} if found else ""
