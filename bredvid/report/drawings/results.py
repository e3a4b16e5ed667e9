"""From the result of a question to its drawing.

Answers that exclude each other are parts of one whole and share the 290 tiles. Where the source does not say
that they do, each answer gets a strip of its own: nothing is added up that may not be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, override

from bredvid.figures.figure import Figure
from bredvid.figures.numbers import count as number
from bredvid.report.drawings.tiles import Lot, mark, tiles
from bredvid.review.models import Question
from bredvid.review.reads import Result

NOTHING = SafeString("")
WIDE_COLUMNS, TALL_COLUMNS, STRIP_COLUMNS = 29, 15, 37


@dataclass(frozen=True)
class LegendItem:
    """One kind of tile: its mark, how many there are (formatted) and what it means."""

    tone: str
    mark: SafeString
    count: str
    label: str


@dataclass(frozen=True)
class Strip:
    """One answer drawn by itself, for answers that may not be added up."""

    item: LegendItem
    svg: SafeString


@dataclass(frozen=True)
class Drawing:
    """A figure drawn. `svg` is empty when the answers are drawn as strips or are words only.

    `title` names the drawing and `description` says in words everything that it shows (the text alternative).
    """

    title: str
    description: str
    svg: SafeString = NOTHING
    tall: SafeString = NOTHING
    legend: tuple[LegendItem, ...] = ()
    strips: tuple[Strip, ...] = ()
    words: tuple[tuple[str, str], ...] = field(default=())


def drawing_for(result: Result, lang: str, *, columns: int = 0) -> Drawing:
    """The drawing of one question's result, in the given language ("sv" or "en").

    With `columns` a whole has one shape for every screen, filled row by row in so many columns.
    """
    with override(lang):
        title = result.question.label("short")
        return _whole(title, result, lang, columns) if is_whole(result) else _strips(title, result, lang)


def is_whole(result: Result) -> bool:
    """Whether the answers are parts of one whole that can be told apart: exclusive, counted, each with its own tone."""
    seen = [result.option_of(figure).tone for figure in result.counted if figure.count]
    exclusive = result.question.exclusivity == Question.Exclusivity.EXCLUSIVE
    return exclusive and bool(result.counted) and not result.verbal and len(seen) == len(set(seen))


def _whole(title: str, result: Result, lang: str, columns: int) -> Drawing:
    parts = [(result.option_of(f).tone, f.count, result.option_of(f).label("label")) for f in result.counted]
    parts.append(("unaccounted", result.base.unaccounted, unaccounted_words(result)))
    parts.append(("silent", result.base.silent, gettext("did not answer")))
    parts = [part for part in parts if part[1] or part[0] not in ("unaccounted", "silent")]
    lots = [Lot(tone, n) for tone, n, _ in parts]
    legend = tuple(_item(tone, n, label, lang) for tone, n, label in parts)
    drawn = Drawing(title, _in_words(title, legend, result.base.frame, lang), legend=legend)
    if columns:
        return replace(drawn, svg=_rows(lots, columns, "whole"))
    wide = tiles(lots, columns=WIDE_COLUMNS, by_column=True, css_class="wide")
    return replace(drawn, svg=mark_safe(wide), tall=_rows(lots, TALL_COLUMNS, "tall"))  # noqa: S308 (our own markup)


def unaccounted_words(result: Result) -> str:
    """What a source leaves out; or, where each municipality's answers are there, that it gave none to this question."""
    if result.round.aggregate_only or result.round.based_on_id:
        return gettext("not accounted for in the report")
    return gettext("gave no answer to the question")


def _rows(lots: Sequence[Lot], columns: int, css_class: str) -> SafeString:
    return mark_safe(tiles(lots, columns=columns, by_column=False, css_class=css_class))  # noqa: S308 (our own markup)


def _strips(title: str, result: Result, lang: str) -> Drawing:
    strips = tuple(_strip(result, figure, lang) for figure in result.counted)
    words = tuple((result.option_of(figure).label("label"), figure.words) for figure in result.verbal)
    said = [f"{strip.item.label}: {strip.item.count}" for strip in strips]
    said += [gettext("%(label)s: “%(words)s”, number not reported") % {"label": a, "words": b} for a, b in words]
    description = f"{title}. {'; '.join(said)}." if said else f"{title}."
    return Drawing(title=title, description=description, strips=strips, words=words)


def _strip(result: Result, figure: Figure, lang: str) -> Strip:
    option = result.option_of(figure)
    lots = [Lot(option.tone, figure.count)]
    svg = tiles(lots, columns=STRIP_COLUMNS, by_column=False, css_class="strip") if figure.count else ""
    item = _item(option.tone, figure.count, option.label("label"), lang)
    return Strip(item, mark_safe(svg))  # noqa: S308 (our own markup)


def _item(tone: str, n: int, label: str, lang: str) -> LegendItem:
    return LegendItem(tone, mark_safe(mark(tone)), number(n, lang), label)  # noqa: S308 (our own markup)


def _in_words(title: str, legend: Iterable[LegendItem], frame: int, lang: str) -> str:
    said = "; ".join(f"{item.label}: {item.count}" for item in legend)
    of = ngettext("%(n)s municipality", "%(n)s municipalities", frame) % {"n": number(frame, lang)}
    return f"{title}. {of}. {said}."
