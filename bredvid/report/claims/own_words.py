"""The round's own words, which a chapter may show but nobody types: its questions, sections, title and dates."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext, override

from bredvid.accounts.addresses import DRAFT
from bredvid.figures.numbers import decimal
from bredvid.report.claims.chapter import Language
from bredvid.report.texts.reading import recommendations
from bredvid.review.models import Fieldwork, Round, Section
from bredvid.review.reads import Result, questions_of


def words_of(round_: Round, language: Language, results: Iterable[Result] = ()) -> Mapping[str, str]:
    """By what they are of: `question q4`, `short q4`, `unit q4`, `section a`, `round title`, `recommendation r1`.

    Of the results there are the numbers that were given, in brief: `number q7.median`.
    """
    with override(language):
        return {**dict(_words(round_, language)), **dict(_numbers(results, language))}


def _words(round_: Round, language: Language) -> Iterator[tuple[str, str]]:
    for question in questions_of(round_):
        yield f"question {question.code}", question.label("text")
        yield f"short {question.code}", question.label("short")
        yield f"unit {question.code}", question.label("unit")
    for section in Section.objects.filter(questionnaire=round_.questionnaire_id):
        yield f"section {section.code}", section.label("title")
    for name in ("title", "source"):
        yield f"round {name}", round_.label(name)
    # It stands as a sentence of its own, whether or not whoever wrote it ended it.
    fieldwork = round_.label("fieldwork").rstrip()
    yield "round fieldwork", fieldwork if fieldwork.endswith((".", "!", "?")) or not fieldwork else f"{fieldwork}."
    yield from _days(round_)
    for item in recommendations():
        yield f"recommendation {item.code.lower()}", str(item.text("title", language))


def _numbers(results: Iterable[Result], language: Language) -> Iterator[tuple[str, str]]:
    for result in results:
        if result.summary:
            for name in ("minimum", "median", "maximum"):
                value = getattr(result.summary, name)
                yield f"number {result.question.code}.{name}", _number(value, language)


def _number(value: Fraction, language: Language) -> str:
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return sign + decimal(abs(value), language, 0 if value.denominator == 1 else 1)


def _days(round_: Round) -> Iterator[tuple[str, str]]:
    """When the answers were wanted, and when those who had not answered were reminded."""
    fieldwork = Fieldwork.objects.filter(code=round_.code.removesuffix(DRAFT)).first()
    if fieldwork is None:
        return
    if fieldwork.answer_by:
        yield "round answer-by", _day(fieldwork.answer_by)
    days = [_day(date.fromisoformat(day)) for day in fieldwork.reminders]
    if days:
        *first, last = days
        between = gettext("and")
        yield "round reminders", f"{', '.join(first)} {between} {last}" if first else last


def _day(day: date) -> str:
    return date_format(day, "j F Y")
