"""What stands beside the box one writes in: every figure of the round with what to write, and what it becomes."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext, override

from bredvid.figures.figure import Figure
from bredvid.figures.numbers import count, out_of
from bredvid.report.bases import round_base
from bredvid.review.models import Round
from bredvid.review.reads import Result, results_of


@dataclass(frozen=True)
class Written:
    """What to write, what it becomes, and of what it is."""

    binding: str
    becomes: str
    label: str = ""


@dataclass(frozen=True)
class QuestionHelp:
    """A question's figures, and its drawing where there is one."""

    code: str
    short: str
    rows: tuple[Written, ...]


@dataclass(frozen=True)
class SectionHelp:
    """The questions of a section of the form."""

    title: str
    questions: tuple[QuestionHelp, ...]


def bases_of(round_: Round, language: str) -> list[Written]:
    """The round's own bases."""
    base = round_base(round_)
    return [
        Written("[[base.frame|all]]", f"{_all(language)} {count(base.frame, language)}", gettext("the frame")),
        Written("[[base.answered]]", count(base.asked, language), gettext("those that answered")),
        Written("[[base.silent]]", count(base.silent, language), gettext("those that did not")),
    ]


def figures_of(round_: Round, language: str) -> list[SectionHelp]:
    """Every figure, section by section, in the language that is written."""
    with override(language):
        results = [result for result in results_of(round_) if result.figures]
        sections = groupby(results, key=lambda result: result.question.section)
        return [
            SectionHelp(section.label("title"), tuple(_question(result, language) for result in inside))
            for section, inside in sections
        ]


def _question(result: Result, language: str) -> QuestionHelp:
    code = result.question.code
    rows = [_row(result, figure, language) for figure in result.figures if isinstance(figure, Figure)]
    return QuestionHelp(code, result.question.label("short"), tuple(rows))


def _row(result: Result, figure: Figure, language: str) -> Written:
    binding = f"[[{figure.question}.{figure.option}|of]]"
    return Written(binding, out_of(figure.count, figure.base.asked, language), result.option_of(figure).label("label"))


def _all(language: str) -> str:
    return {"sv": "alla", "en": "all"}[language]
