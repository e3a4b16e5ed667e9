"""Proposes how a table is read, and how sure each proposal is. What could be two things is not proposed. Pure."""

from collections.abc import Mapping as Dictionary, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bredvid.review.importing.form import choices_of, has_words
from bredvid.review.importing.mapping import Column, Mapping, Part
from bredvid.review.models import Question
from bredvid.sheets.headers import header_before
from bredvid.sheets.municipalities import Municipalities
from bredvid.sheets.tables import Cell, Row, Sheet, Table, text_of
from bredvid.sheets.words import bare, folded

_SAMPLE = 200
_LIKE_ENOUGH = 0.72
_AHEAD = 0.08
_MOST_ROWS_NAME_ONE = 0.6
_NEARLY_ALL = 0.95
_CODE_WORDS = frozenset({"kod", "kommunkod", "kommunkoden", "kommun kod", "code", "municipality code"})
_NAME_WORDS = frozenset({"kommun", "kommuner", "kommunnamn", "kommunens namn", "municipality", "municipality name"})


class Confidence(StrEnum):
    """How sure a proposal is: the code itself, the words themselves, or words alike. Only the first two are taken."""

    CODE = "code"
    WORDS = "words"
    ALIKE = "alike"


@dataclass(frozen=True)
class Guess:
    """A proposed mapping and, by column, how sure it is. What is only alike is for a person to say yes to."""

    mapping: Mapping
    confidence: Dictionary[str, Confidence]

    def sure(self) -> Mapping:
        """The mapping without what is only alike."""
        columns = tuple(each for each in self.mapping.columns if self.confidence[each.header] is not Confidence.ALIKE)
        return Mapping(**{**self.mapping.__dict__, "columns": columns})


def guess_header(sheet: Sheet, places: Municipalities) -> tuple[int, ...]:
    """Which rows are the header: the last before a municipality stands in any."""
    return header_before(sheet, lambda row: any(_names_one(cell, places) for cell in row.cells))


def guess(table: Table, questions: Dictionary[str, Question], places: Municipalities) -> Guess:
    """The mapping that the table's header and first rows speak for."""
    sample = [_column(table.rows[:_SAMPLE], at) for at in range(len(table.columns))]
    code, name = _places(table, sample, places)
    taken = {code, name} - {""}
    columns: list[Column] = []
    confidence: dict[str, Confidence] = {}
    for at, header in enumerate(table.columns):
        if header in taken:
            continue
        if found := _match(header, sample[at], questions):
            columns.append(found[0])
            confidence[header] = found[1]
    columns = _without_rivals(columns, confidence)
    mapping = Mapping(
        code=code, name=name, columns=tuple(columns), header=table.header, sheet=table.sheet.title,
        separator=_separator(columns, table, sample),
    )  # fmt: skip
    return Guess(mapping, {column.header: confidence[column.header] for column in columns})


def _places(table: Table, sample: Sequence[list[str]], places: Municipalities) -> tuple[str, str]:
    """The columns that hold codes and names: those in which most cells are such, the fullest first."""
    codes, names = [], []
    for at, header in enumerate(table.columns):
        cells = sample[at]
        by_code = sum(places.by_code(cell) is not None for cell in cells) / max(len(cells), 1)
        by_name = sum(places.by_name(cell) is not None for cell in cells) / max(len(cells), 1)
        called = bare(header)
        # Few numbers are codes by chance; a column that calls itself something else must be one throughout.
        if called in _CODE_WORDS or by_code > _NEARLY_ALL or (called in _NAME_WORDS and by_code > by_name):
            codes.append((by_code + (called in _CODE_WORDS), -at, header))
        elif called in _NAME_WORDS or by_name >= _MOST_ROWS_NAME_ONE:
            names.append((by_name + (called in _NAME_WORDS), -at, header))
    return (max(codes)[2] if codes else "", max(names)[2] if names else "")


def _match(
    header: str, sample: Sequence[str], questions: Dictionary[str, Question]
) -> tuple[Column, Confidence] | None:
    plain = folded(header)
    for code, question in questions.items():
        if plain == folded(code):
            return Column(header=header, question=code, part=_part(question, sample)), Confidence.CODE
        if plain == f"{folded(code)}:text" and has_words(question):
            return Column(header=header, question=code, part=Part.TEXT), Confidence.CODE
    return _by_option(header, questions) or _by_words(header, sample, questions)


def _by_option(header: str, questions: Dictionary[str, Question]) -> tuple[Column, Confidence] | None:
    """A column of one option of several: "q3b/polisen", "Q3b [Polisen]", "Vem samarbetar ni med? / Polisen"."""
    plain = bare(header)
    found = [
        (code, option.code, Confidence.CODE if start == bare(code) else Confidence.WORDS)
        for code, question in questions.items()
        if question.kind == Question.Kind.MULTIPLE
        for start in {bare(code), *_wordings(question)}
        if plain.startswith(f"{start} ")
        for option in choices_of(question).values()
        if plain.removeprefix(f"{start} ") in {bare(option.code), bare(option.label_sv), bare(option.label_en)}
    ]
    meant = {(code, option) for code, option, _sure in found}
    if len(meant) != 1:
        return None
    code, option, sure = found[0]
    return Column(header=header, question=code, option=option), sure


def _by_words(
    header: str, sample: Sequence[str], questions: Dictionary[str, Question]
) -> tuple[Column, Confidence] | None:
    plain = bare(header)
    words = plain.split(" ", 1)
    starts = [code for code in questions if words[0] == bare(code)]
    same = [code for code, question in questions.items() if plain in _wordings(question)]
    if not same and len(words) > 1:
        # "Q2 Finns stödprogram?": the number, then the words.
        same = [code for code in starts if words[1] in _wordings(questions[code])]
    if len(same) == 1:
        return Column(header=header, question=same[0], part=_part(questions[same[0]], sample)), Confidence.WORDS
    if same:
        return None
    near = sorted(((_likeness(plain, question), code) for code, question in questions.items()), reverse=True)
    if not near or near[0][0] < _LIKE_ENOUGH or (len(near) > 1 and near[0][0] - near[1][0] < _AHEAD):
        return None
    code = near[0][1]
    return Column(header=header, question=code, part=_part(questions[code], sample)), Confidence.ALIKE


def _likeness(plain: str, question: Question) -> float:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain)
    best = 0.0
    for words in _wordings(question):
        matcher.set_seq1(words)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def _wordings(question: Question) -> set[str]:
    texts = (question.text_sv, question.text_en, question.short_sv, question.short_en)
    return {bare(text) for text in texts} - {""}


def _part(question: Question, sample: Sequence[str]) -> Part:
    """Of a question that is coded afterwards, own words or codes: what most cells hold."""
    if not has_words(question):
        return Part.ANSWER
    codes = set(choices_of(question))
    coded = sum(set(cell.removeprefix("'").split(";")) <= codes or cell.startswith("[") for cell in sample)
    return Part.ANSWER if coded * 2 > len(sample) else Part.TEXT


def _without_rivals(columns: list[Column], confidence: Dictionary[str, Confidence]) -> list[Column]:
    """Where two columns could be the same, only the surer stays; neither, if they are equally sure."""
    order = list(Confidence)
    best: dict[tuple[str, str, str], list[Column]] = {}
    for column in columns:
        best.setdefault((column.question, column.part, column.option), []).append(column)
    kept = set()
    for rivals in best.values():
        sure = min(order.index(confidence[each.header]) for each in rivals)
        top = [each for each in rivals if order.index(confidence[each.header]) == sure]
        if len(top) == 1:
            kept.add(top[0].header)
    split = {column.question for column in columns if column.option}
    return [
        column
        for column in columns
        if column.header in kept and (column.option or column.part is not Part.ANSWER or column.question not in split)
    ]


def _separator(columns: Sequence[Column], table: Table, sample: Sequence[list[str]]) -> str:
    """What stands between several answers in one cell: a semicolon, unless commas do throughout."""
    places = {name: at for at, name in enumerate(table.columns)}
    cells = [cell for column in columns if not column.option for cell in sample[places[column.header]]]
    semicolons = sum(";" in cell for cell in cells)
    return "," if not semicolons and sum("," in cell for cell in cells) else ";"


def _column(rows: Sequence[Row], at: int) -> list[str]:
    return [text_of(row.cells[at]) for row in rows if at < len(row.cells) and row.cells[at]]


def _names_one(cell: Cell, places: Municipalities) -> bool:
    text = text_of(cell)
    return bool(text) and (places.by_code(text) is not None or places.by_name(text) is not None)
