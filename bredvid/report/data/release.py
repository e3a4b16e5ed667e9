"""Reads a round into a release: the one place where open data meet the database."""

from bredvid.report.data.codebook import codebook_table
from bredvid.report.data.dictionary import make_table
from bredvid.report.data.figures import figure_records
from bredvid.report.data.municipalities import municipality_records
from bredvid.report.data.quality import quality_records
from bredvid.report.data.question_columns import asked_with_options, columns_of_questions
from bredvid.report.data.questionnaire import mention_records, option_records, question_records, quote_records
from bredvid.report.data.values import Cell, Column, Release, Table
from bredvid.report.data.weighted import number_records, weighted_records
from bredvid.review.models import Round
from bredvid.review.reads import questions_of, results_of

MARK = "DEMONSTRATION"


def release_of(round_: Round) -> Release:
    """The round as tables. Raises TableError when something in it must not be published as it is."""
    return Release(
        code=round_.code,
        year=round_.year,
        title_sv=_marked(round_, round_.title_sv),
        title_en=_marked(round_, round_.title_en),
        about_sv=_marked(round_, round_.fieldwork_sv or round_.title_sv),
        about_en=_marked(round_, round_.fieldwork_en or round_.title_en),
        source_sv=_marked(round_, round_.source_sv or round_.title_sv),
        source_en=_marked(round_, round_.source_en or round_.title_en),
        demonstration=round_.demonstration,
        aggregate_only=round_.aggregate_only,
        published_on=round_.published_on,
        frame=round_.frame_size,
        answered=round_.answered,
        tables=tables_of(round_),
    )


def tables_of(round_: Round) -> tuple[Table, ...]:
    """All tables of the round, the codebook last because it describes the others."""
    questions = list(questions_of(round_))
    asked = asked_with_options(questions)
    records: dict[str, list[dict[str, Cell]]] = {
        "municipalities": municipality_records(round_, asked),
        "mentions": mention_records(round_),
        "figures": figure_records(round_),
        "numbers": number_records(results_of(round_)),
        "weighted": weighted_records(round_, questions),
        "questions": question_records(questions),
        "options": option_records(questions),
        "quality": quality_records(round_),
        "quotes": quote_records(round_),
    }
    more: dict[str, tuple[Column, ...]] = {"municipalities": columns_of_questions(asked)}
    code, invented = round_.code, round_.demonstration
    tables = [
        make_table(name, rows, more_columns=more.get(name, ()), round_code=code, demonstration=invented)
        for name, rows in records.items()
    ]
    return (*tables, codebook_table(tables, round_code=code, demonstration=invented))


def _marked(round_: Round, text: str) -> str:
    """An invented round's words say so wherever they are shown."""
    return f"{MARK}. {text}" if round_.demonstration and not text.upper().startswith(MARK) else text
