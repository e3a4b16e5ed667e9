"""Reads one question of the survey."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from bredvid.review.documents import Row
from bredvid.review.models import Question
from bredvid.review.xlsform.cells import Reader, cut_at_a_word
from bredvid.review.xlsform.columns import OWN_FLAGS, own
from bredvid.review.xlsform.kinds import KINDS, Type
from bredvid.review.xlsform.names import question_name
from bredvid.review.xlsform.persons import counts_persons
from bredvid.review.xlsform.workbook import Line
from bredvid.review.xlsform.writing import hanging_on


def read_question(reader: Reader, line: Line, found: Type, lists: Mapping[str, list[Row]]) -> Row:
    """The question on a line, without its code. Conditions and codes of options are as the author wrote them."""
    question = _own_texts(reader, line) | {field: reader.flag(line, own(field)) for field in OWN_FLAGS}
    question |= _texts(reader, line)
    question |= {"kind": _kind(reader, line, found), "required": reader.flag(line, "required")}
    question |= {"persons": counts_persons(reader, line, question)}
    question |= {"exclusivity": _exclusivity(reader, line, found), "options": _options(reader, line, found, lists)}
    if question["coded"] and found.name != "text":
        reader.wrong(line, own("coded"), _("what is coded afterwards is answered in own words, so its type is text"))
    depends_on = line[own("depends_on")] or None
    relevant = _relevant(reader, line, depends_on)
    return question | {"depends_on": depends_on, "relevant": relevant, "constraint": line.whole("constraint")}


def _texts(reader: Reader, line: Line) -> Row:
    texts = reader.both(line, "label", Question, "text")
    for column in ("hint", "constraint_message"):
        said = {f"{column}_{language}": text for language, text in reader.said(line, column).items()}
        texts |= reader.fitting(line, column, said, Question)
    for language in ("sv", "en"):
        column = own(f"short_{language}")
        short = line.whole(column) or cut_at_a_word(texts[f"text_{language}"])
        texts |= reader.fitting(line, column, {f"short_{language}": short}, Question)
    return texts


def _own_texts(reader: Reader, line: Line) -> Row:
    values: Row = {}
    for field in ("note_sv", "note_en", "unit_sv", "unit_en", "recommendation"):
        values |= reader.fitting(line, own(field), {field: line.whole(own(field))}, Question)
    return values


def _kind(reader: Reader, line: Line, found: Type) -> str:
    allowed = KINDS[found.name]
    kind = line[own("kind")] or allowed[0]
    if kind not in allowed:
        message = _("the type {type} cannot be of the kind {kind}; it can be {known}")
        known = ", ".join(allowed)
        reader.wrong(line, own("kind"), message.format(type=found.name, kind=repr(kind), known=known))
        return allowed[0]
    return kind


def _exclusivity(reader: Reader, line: Line, found: Type) -> str:
    written = line[own("exclusivity")]
    if not written:
        return "multiple" if found.name == "select_multiple" else "exclusive"
    if written not in Question.Exclusivity.values:
        known = ", ".join(Question.Exclusivity.values)
        message = _("{word} is not one of {known}").format(word=repr(written), known=known)
        reader.wrong(line, own("exclusivity"), message)
    return written


def _options(reader: Reader, line: Line, found: Type, lists: Mapping[str, list[Row]]) -> list[Row]:
    name = found.list or line[own("list")]
    if name and name not in lists:
        column = "type" if found.list else own("list")
        reader.wrong(line, column, _("the choices have no list {name}").format(name=repr(name)))
    return [dict(option) for option in lists.get(name, [])]


def _relevant(reader: Reader, line: Line, depends_on: str | None) -> str:
    """The question's own condition: what its row says after what it hangs on (writing.relevant_of)."""
    written = line.whole("relevant")
    if depends_on is None:
        return written
    code = depends_on.partition(".")[0]
    hanging = hanging_on(depends_on, {code: question_name(code)})
    if written == hanging:
        return ""
    if written.startswith(f"{hanging} and (") and written.endswith(")"):
        return written[len(f"{hanging} and (") : -1]
    message = _("it hangs on {key}, so relevant begins with {condition}; else empty this cell")
    reader.wrong(line, own("depends_on"), message.format(key=repr(depends_on), condition=hanging))
    return written
