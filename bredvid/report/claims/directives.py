"""The blocks a chapter asks for on a line of its own: drawings, tables, quotes, recommendations, notes on quality."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext, override

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.figures.numbers import count, percent, printed_lines, range_
from bredvid.report.addresses import question_url
from bredvid.report.blocks.tree import (
    Block,
    Blocks,
    Column,
    FigureBlock,
    Heading,
    List,
    Note,
    Paragraph,
    Quotation,
    Quoted,
    Spans,
    Table,
    Text,
)
from bredvid.report.citations import source_note
from bredvid.report.claims.chapter import Language
from bredvid.report.claims.compose import DirectiveMaker
from bredvid.report.claims.municipalities import municipalities_table
from bredvid.report.claims.problems import BindingError
from bredvid.report.claims.quality import kind_title, note_text
from bredvid.report.claims.tables import response_table, unaccounted_table
from bredvid.report.claims.wording import DECIMALS, capital, lines_text
from bredvid.report.drawings import drawing_for, unaccounted_words
from bredvid.report.texts.reading import recommendations
from bredvid.review.ledger import LedgerEntry, ledger_of
from bredvid.review.models import Round
from bredvid.review.reads import Result, quotes_of, results_of


@dataclass(frozen=True)
class _Directives:
    """Makes the blocks of one round in one language."""

    round: Round
    language: Language
    # Of all questions, read once when the first is drawn.
    results: Callable[[], Mapping[str, Result]]

    def figure(self, question: str) -> Blocks:
        result = self.results().get(question)
        if result is None or not result.figures:
            raise BindingError(f"the round {self.round.code} has nothing to draw for {question or 'no question'}")
        return (
            FigureBlock(
                key=f"{self.round.code}.{question}",
                drawing=drawing_for(result, self.language),
                note=source_note(self.round, result),
                table=_answers(result, self.language),
                address=question_url(self.round, result.question),
            ),
        )

    def table(self, what: str) -> Blocks:
        if what == "municipalities":
            return (municipalities_table(self.round),)
        if self.round.aggregate_only or what not in ("response", "unaccounted"):
            raise BindingError(
                f"there is no table of {what or 'nothing'}; there is {{{{table municipalities}}}}, and in a round with "
                "each municipality's answers {{table response}} and {{table unaccounted}}"
            )
        make = response_table if what == "response" else unaccounted_table
        return (make(self.round, self.language),)

    def ledger(self, _argument: str) -> Blocks:
        return tuple(self._note(entry) for entry in ledger_of(self.round))

    def quotes(self, _argument: str) -> Blocks:
        return tuple(
            Quotation((Text(quote.label("text")),), capital(self._lines(quote.lines)))
            for quote in quotes_of(self.round)
        )

    def recommendations(self, _argument: str) -> Blocks:
        blocks: list[Block] = []
        for item in recommendations():
            said = item.said(self.language)
            blocks += [
                Heading(2, (Text(said.title),), item.code.lower()),
                Paragraph((Text(f"{said.text} ({self._lines(item.lines)})"),)),
                List(tuple((Text(ask),) for ask in said.asks)),
            ]
        return tuple(blocks)

    def _note(self, entry: LedgerEntry) -> Note:
        text = f"{note_text(entry, self.language)} ({self._lines(entry.lines)})"
        return Note("quality", kind_title(entry.kind, self.language), (Paragraph((Text(text),)),))

    def _lines(self, lines: str) -> str:
        return lines_text(lines, self.language)


def directives_of(round_: Round, language: Language) -> Mapping[str, DirectiveMaker]:
    """The directives that a round's chapters may use, by name."""
    made = _Directives(round_, language, cache(lambda: {each.question.code: each for each in results_of(round_)}))
    makers = {
        "figure": made.figure,
        "table": made.table,
        "ledger": made.ledger,
        "quotes": made.quotes,
        "recommendations": made.recommendations,
    }
    return {name: _in_language(maker, language) for name, maker in makers.items()}


def _in_language(maker: DirectiveMaker, language: Language) -> DirectiveMaker:
    def make(argument: str) -> Blocks:
        with override(language):
            return maker(argument)

    return make


def _answers(result: Result, language: Language) -> Table:
    columns = (
        Column(gettext("Answer")),
        Column(gettext("Count"), numeric=True),
        Column(gettext("Of those who answered"), numeric=True),
        Column(gettext("Interval, all"), numeric=True),
        Column(gettext("Bounds, all"), numeric=True),
        Column(gettext("Line"), numeric=True),
    )
    rows = [_answer(result, figure, language) for figure in result.figures]
    # Where nothing is counted, nothing is left over either; nor is it known where answers may hold at once.
    if result.base.valid and result.unaccounted and not result.base.assumed:
        missing = (unaccounted_words(result), count(result.unaccounted, language), "", "", "", "")
        rows.append(tuple((Text(cell),) for cell in missing))
    return Table(result.question.label("text"), columns, tuple(rows))


def _answer(result: Result, figure: Figure | VerbalFigure, language: Language) -> tuple[Spans, ...]:
    label: Spans = (Text(result.option_of(figure).label("label")),)
    lines: Spans = (Text(printed_lines(figure.source.lines)),)
    if isinstance(figure, VerbalFigure):
        return (label, (Quoted(figure.words),), *(((Text("–"),),) * 3), lines)
    share = "–" if figure.share is None else percent(figure.share, language, DECIMALS)
    cells = (
        count(figure.count, language),
        share,
        range_(*figure.interval, language) if figure.infers else "–",
        range_(*figure.bounds, language),
    )
    return (label, *(((Text(cell),)) for cell in cells), lines)
