"""The mapping as a screen: a row for each column with samples and choices, and back from what was chosen.

It works without a script: what the words of a column mean is asked for once its question is chosen.
"""

from collections.abc import Iterable, Mapping as Dictionary
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from bredvid.review.answers_file.cells import NONE
from bredvid.review.importing.form import choices_of, has_words
from bredvid.review.importing.guessing import Confidence
from bredvid.review.importing.mapping import Column, Mapping, Part
from bredvid.review.importing.meanings import Meaning, is_number
from bredvid.review.importing.rows import ColumnReader
from bredvid.review.models import Missing, Question
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.tables import Odd, Table, letter, text_of

_SAMPLES = 4
# A page asks for so many words at most; more are mapped in a file.
_WORDS = 200
_WORDS_OF_ONE = 30
CODE, NAME, LEAVE_OUT = "code", "name", "ignore"
_REASONS = (Missing.DONT_KNOW, Missing.NO_STATISTICS, Missing.REFUSED, Missing.BLANK, Missing.NOT_ASKED)
Choice = tuple[str, str]
Choices = list[tuple[str, list[Choice]]]


@dataclass(frozen=True)
class Word:
    """A word of a column that is none of the answers, how often it stands there, and what was chosen for it."""

    field: str
    text: str
    count: int
    chosen: str


@dataclass
class ColumnRow:
    """A column on the screen."""

    at: int
    header: str
    letter: str
    samples: list[str]
    chosen: str
    question: str = ""
    sure: Confidence | None = None
    fault: str = ""
    words: list[Word] = field(default_factory=list)
    choices: Choices = field(default_factory=list)

    @property
    def alike(self) -> bool:
        """Whether the proposal is only a likeness, to be looked at."""
        return self.sure is Confidence.ALIKE


def column_choices(questions: Dictionary[str, Question]) -> Choices:
    """What a column can be, in groups: (heading, [(value, words)])."""
    answers, options, words = [], [], []
    for code, question in questions.items():
        short = f"{code} · {question.label('short')}"
        answers.append((f"{Part.ANSWER}:{code}", short))
        if has_words(question):
            words.append((f"{Part.TEXT}:{code}", short))
        if question.kind == Question.Kind.MULTIPLE:
            chosen = choices_of(question).values()
            options += [(f"option:{code}:{each.code}", f"{code} · {each.label('label')}") for each in chosen]
    groups = [
        (_("The municipality"), [(CODE, _("The municipality’s code")), (NAME, _("The municipality’s name"))]),
        (_("The answer to"), answers),
        (_("Yes or no to one of several answers"), options),
        (_("Own words beside codes"), words),
    ]
    return [(heading, rows) for heading, rows in groups if rows]


def rows_of(
    table: Table,
    mapping: Mapping,
    questions: Dictionary[str, Question],
    confidence: Dictionary[str, Confidence] | None = None,
) -> list[ColumnRow]:
    """The screen of a table under a mapping."""
    by_header = {column.header: column for column in mapping.columns}
    rows, left = [], _WORDS
    for at, header in enumerate(table.columns):
        column = by_header.get(header)
        row = ColumnRow(at, header, letter(at), _samples(table, at), _chosen(header, column, mapping))
        row.sure = (confidence or {}).get(header)
        row.question = column.question if column else ""
        if column and column.question in questions and not column.option and left > 0:
            row.words = list(_words(table, at, column, mapping, questions[column.question]))[: min(left, _WORDS_OF_ONE)]
            row.choices = value_choices(questions[column.question]) if row.words else []
            left -= len(row.words)
        rows.append(row)
    return rows


def value_choices(question: Question) -> Choices:
    """What a word can mean as an answer to the question."""
    answers = [(option.code, option.label("label")) for option in choices_of(question).values()]
    if question.kind == Question.Kind.MULTIPLE:
        answers.append((NONE, _("none of them")))
    reasons = [(f"[{reason.value}]", str(reason.label)) for reason in _REASONS]
    return [group for group in ((_("The answers"), answers), (_("No answer, because"), reasons)) if group[1]]


def _chosen(header: str, column: Column | None, mapping: Mapping) -> str:
    if header in mapping.ignore:
        return LEAVE_OUT
    if header in (mapping.code, mapping.name):
        return CODE if header == mapping.code else NAME
    if column is None:
        return ""
    return f"option:{column.question}:{column.option}" if column.option else f"{column.part}:{column.question}"


def _words(table: Table, at: int, column: Column, mapping: Mapping, question: Question) -> Iterable[Word]:
    """Words that the column's meaning does not know, and those that the mapping has told it, most frequent first."""
    if column.part is not Part.ANSWER or not choices_of(question):
        return
    known = ColumnReader(at, column, Meaning(question, column, mapping.missing, mapping.separator))
    counts: dict[str, int] = {}
    told = {" ".join(text.casefold().split()) for text in column.values}
    for row in table.rows:
        cell = row.cells[at] if at < len(row.cells) else ""
        if not cell or isinstance(cell, Odd) or is_number(question, cell):
            continue
        if cell in counts or " ".join(cell.casefold().split()) in told or not _understood(known, cell):
            counts[cell] = counts.get(cell, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for number, (text, count) in enumerate(ordered):
        yield Word(f"{at}-{number}", text, count, column.values.get(text, ""))


def _understood(reader: ColumnReader, cell: str) -> bool:
    try:
        reader.read(cell)
    except NotUnderstood:
        return False
    return True


def _samples(table: Table, at: int) -> list[str]:
    seen: dict[str, None] = {}
    for row in table.rows:
        if at < len(row.cells) and row.cells[at]:
            seen[text_of(row.cells[at])[:60]] = None
        if len(seen) == _SAMPLES:
            break
    return list(seen)


def chosen_mapping(
    table: Table, before: Mapping, questions: Dictionary[str, Question], posted: Dictionary[str, str]
) -> tuple[Mapping, dict[str, str]]:
    """The mapping that was chosen on the screen, and what is wrong with it by column. Nothing chosen is lost.

    `before` is the mapping that the screen showed: its reasons, and the parts that the screen cannot change, stay.
    """
    faults: dict[str, str] = {}
    former = {column.header: column for column in before.columns}
    code = name = ""
    ignore: list[str] = []
    columns: list[Column] = []
    taken: dict[str, str] = {}
    for at, header in enumerate(table.columns):
        choice = posted.get(f"c{at}", "")
        if choice == LEAVE_OUT or (not choice and "rest" in posted):
            ignore.append(header)
            continue
        if choice and choice in taken:
            faults[header] = _("“%(other)s” is chosen as the same. Choose one of them.") % {"other": taken[choice]}
        elif choice == CODE:
            code = header
        elif choice == NAME:
            name = header
        elif column := _column(header, choice, questions):
            columns.append(_with_values(column, former.get(header), at, posted))
        elif not _empty(table, at):
            faults[header] = _("Choose what the column is, or leave it out.")
        taken[choice] = header
    mapping = Mapping(
        code=code, name=name, columns=tuple(columns), ignore=tuple(ignore), missing=before.missing,
        separator=posted.get("separator", before.separator)[:3] or ";", header=table.header, sheet=table.sheet.title,
        final="final" in posted,
    )  # fmt: skip
    return mapping, faults


def _column(header: str, choice: str, questions: Dictionary[str, Question]) -> Column | None:
    kind, _colon, rest = choice.partition(":")
    code, _colon, option = rest.partition(":")
    if code not in questions:
        return None
    if kind == "option":
        return Column(header=header, question=code, option=option)
    return Column(header=header, question=code, part=Part(kind)) if kind in set(Part) else None


def _with_values(column: Column, former: Column | None, at: int, posted: Dictionary[str, str]) -> Column:
    if column.option:
        return column
    same = former is not None and (former.question, former.part) == (column.question, column.part)
    values = dict(former.values) if former is not None and same else {}
    if posted.get(f"q{at}") == column.question:
        values.update(_posted_values(at, posted))
    return Column(
        header=column.header, question=column.question, part=column.part,
        values={text: code for text, code in values.items() if code},
    )  # fmt: skip


def _posted_values(at: int, posted: Dictionary[str, str]) -> dict[str, str]:
    found = {}
    for number in range(_WORDS_OF_ONE):
        text = posted.get(f"t{at}-{number}")
        if text is not None:
            found[text] = posted.get(f"v{at}-{number}", "")
    return found


def _empty(table: Table, at: int) -> bool:
    return not any(at < len(row.cells) and row.cells[at] for row in table.rows)
