"""An answer in words, as the municipality reads it back: on its pages, its receipt and in its mail."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from bredvid.review.fieldwork.values import Value
from bredvid.review.models import Entry, Missing, Question


def words_of(question: Question, entry: Entry | None, *, exact: bool = True) -> str:
    """The answer in words; empty where there is none. Without `exact`, a number of persons is told as its band."""
    if entry is None or entry.missing == Missing.BLANK:
        return ""
    if entry.missing:
        return str(Missing(entry.missing).label).capitalize()
    return _in_words(question, entry.value, exact)


def _in_words(question: Question, value: Value, exact: bool) -> str:
    if question.coded and "text" in value:
        return str(value["text"])
    labels = [option.label("label") for option in question.options.all() if option.code in value.get("options", [])]
    if "number" in value and (exact or not (question.persons or question.kind == Question.Kind.COUNT)):
        return _number(question, value["number"], labels)
    if labels:
        return ", ".join(labels)
    if value == {"options": []}:
        return _("none of them")
    if "date" in value:
        return date_format(date.fromisoformat(value["date"]), "DATE_FORMAT")
    return str(value.get("text", ""))


def _number(question: Question, text: str, labels: list[str]) -> str:
    number = number_format(Decimal(text), use_l10n=True, force_grouping=True)
    unit = question.label("unit")
    told = f"{number} {unit}" if unit else number
    return _("%(range)s (exactly %(number)s)") % {"range": labels[0], "number": told} if labels else told
