"""One question's result to download, beside its drawing: the same columns as the table of figures."""

import json

from bredvid.report.data.datafile import DEMONSTRATION_PREFIX
from bredvid.report.data.delimited import csv_bytes
from bredvid.report.data.dictionary import make_table
from bredvid.report.data.figures import records_of, words_of
from bredvid.report.data.licence import DATA_LICENCE
from bredvid.report.data.values import Table
from bredvid.review.results import Result


def figure_name(result: Result, suffix: str) -> str:
    """The file's name: round, question and any filters, and DEMO- before what is invented."""
    parts = [result.round.code, result.question.code, *(f"{name}-{value}" for name, value in result.filters), suffix]
    return (DEMONSTRATION_PREFIX if result.round.demonstration else "") + ".".join(parts)


def figure_csv(result: Result) -> bytes:
    """The result as CSV."""
    return csv_bytes(_table(result))


def figure_json(result: Result) -> bytes:
    """The result as JSON, with the question, the licence and whether it is invented. Missing is null."""
    content = {
        "round": result.round.code,
        "demonstration": result.round.demonstration,
        "title": {"sv": result.question.short_sv, "en": result.question.short_en},
        "question": {"sv": result.question.text_sv, "en": result.question.text_en},
        "exclusivity": result.question.exclusivity,
        "licence": DATA_LICENCE.page,
        "figures": _table(result).records(),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _table(result: Result) -> Table:
    round_ = result.round
    records = records_of(result, words_of(round_))
    return make_table("figures", records, round_code=round_.code, demonstration=round_.demonstration)
