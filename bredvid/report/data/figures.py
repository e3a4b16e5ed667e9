"""The table of figures: every answer to every question, with count, bases, uncertainty and source."""

from collections.abc import Iterator

from bredvid.figures.figure import Base, Figure, VerbalFigure
from bredvid.report.data.values import Cell
from bredvid.review.keys import make_key
from bredvid.review.models import Missing, Option, PublishedFigure, Round
from bredvid.review.reads import questions_of, results_of, subgroups_of
from bredvid.review.results import Result

# The source's words for a figure without a count, by the figure's key: Swedish, English.
Words = dict[str, tuple[str, str]]


def figure_records(round_: Round) -> list[dict[str, Cell]]:
    """A record for every answer of every question, also those the source does not report, then for subgroups."""
    words = words_of(round_)
    results = results_of(round_)
    divided = PublishedFigure.objects.filter(round=round_, among__isnull=False).values("question")
    results += [
        part for question in questions_of(round_).filter(pk__in=divided) for part in subgroups_of(round_, question)
    ]
    return [record for result in results for record in records_of(result, words)]


def words_of(round_: Round) -> Words:
    """The words of the round's verbal figures in both languages: a figure itself has those of one."""
    rows = PublishedFigure.objects.filter(round=round_, count__isnull=True)
    return {
        make_key(
            round_.code,
            row.question.code,
            row.option.code,
            ((row.among.question.code, row.among.code),) if row.among else (),
        ): (row.words_sv, row.words_en)
        for row in rows.select_related("question", "option", "among__question")
    }


def records_of(result: Result, words: Words) -> Iterator[dict[str, Cell]]:
    """The records of one result, in the order of the answers."""
    for option in result.options:
        figure = result.figure_of(option.code)
        if isinstance(figure, Figure):
            yield {**_labels(result, option), **_counted(figure)}
        elif isinstance(figure, VerbalFigure):
            yield {**_labels(result, option), **_verbal(figure, words[figure.key])}
        elif not result.filters:
            yield {**_labels(result, option), **_not_reported(result, option)}


def _labels(result: Result, option: Option) -> dict[str, Cell]:
    return {
        "question": result.question.code,
        "option": option.code,
        "label_sv": option.label_sv,
        "label_en": option.label_en,
        "filters": ";".join(f"{name}={value}" for name, value in result.filters) or None,
        "source": result.round.source_sv or result.round.title_sv,
    }


def _counted(figure: Figure) -> dict[str, Cell]:
    values = figure.as_dict()
    record: dict[str, Cell] = {
        name: values[name]
        for name in ("key", "unit", "count", "asked", "valid", "frame", "unaccounted", "share", "valid_share")
    }
    for name in ("interval", "valid_interval", "bounds"):
        record[f"{name}_low"], record[f"{name}_high"] = values[name] or (None, None)
    return {**record, "silent": figure.base.silent, "lines": figure.source.lines or None}


def _verbal(figure: VerbalFigure, words: tuple[str, str]) -> dict[str, Cell]:
    return {
        **_without_count(figure.key, figure.base, figure.unit),
        "words_sv": words[0],
        "words_en": words[1] or words[0],
        "lines": figure.source.lines or None,
    }


def _not_reported(result: Result, option: Option) -> dict[str, Cell]:
    key = make_key(result.round.code, result.question.code, option.code, result.filters)
    return _without_count(key, result.base, PublishedFigure.Unit.MUNICIPALITIES.value)


def _without_count(key: str, base: Base, unit: str) -> dict[str, Cell]:
    """No count, so nothing that is computed from one: the cells stay empty and the reason is told."""
    return {
        "key": key,
        "unit": unit,
        "missing": Missing.NOT_REPORTED.value,
        "asked": base.asked,
        "frame": base.frame,
        "silent": base.silent,
    }
