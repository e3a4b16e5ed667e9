"""From the lines of a series to pictures and table rows: every figure with its base, every line by its grade."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from bredvid.figures import numbers
from bredvid.figures.figure import Figure
from bredvid.report.drawings.trend import Join, Mark, trend
from bredvid.report.language import reader_language
from bredvid.review.passages import Link
from bredvid.review.trends import Line, Point, Run


@dataclass(frozen=True)
class Cell:
    """What one round says of one answer: the count with its base, and the interval where there is one."""

    told: str
    interval: str = ""


@dataclass(frozen=True)
class Picture:
    """One answer drawn, and its row in the table: a cell for each of the run's rounds."""

    label: str
    svg: SafeString
    cells: tuple[Cell, ...]


def pictures_of(run: Run) -> list[Picture]:
    """A picture for each answer that was counted in some round of the run; the others are named in the table only."""
    return [Picture(line.label, _drawn(line), _cells(line, run)) for line in run.lines]


def joins_of(line: Line) -> list[Join]:
    """How the points of a line are joined. A round without a number is joined with nothing."""
    ends = zip(line.points[:-1], line.points[1:], line.links, strict=True)
    return [_join(first, second, link) for first, second, link in ends]


def _join(first: Point, second: Point, link: Link) -> Join:
    if not link.may_be_joined or not _is_counted_alike(first, second):
        return Join.NONE
    return Join.BROKEN if link.grade == "B" else Join.WHOLE


def _is_counted_alike(first: Point, second: Point) -> bool:
    """Whether both have a share of the same unit: one of social workers is never joined with one of municipalities."""
    one, other = first.figure, second.figure
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.unit != other.unit:
        return False
    return one.share is not None and other.share is not None


def _drawn(line: Line) -> SafeString:
    if not any(isinstance(point.figure, Figure) for point in line.points):
        return SafeString("")
    lang = reader_language()
    scale = (numbers.percent(0, lang), numbers.percent(1, lang))
    return trend([_mark(point) for point in line.points], joins_of(line), description=_in_words(line), scale=scale)


def _in_words(line: Line) -> str:
    cells = ((point.round.code, _cell(point)) for point in line.points)
    said = "; ".join(f"{code}: {', '.join(filter(None, (cell.told, cell.interval)))}" for code, cell in cells)
    return f"{line.label}. {said}."


def _mark(point: Point) -> Mark:
    lang, share = reader_language(), _share(point)
    if not isinstance(point.figure, Figure) or share is None:
        return Mark((point.round.code, gettext("no number")))
    figure = point.figure
    words = (
        point.round.code,
        numbers.percent(figure.share or 0, lang),
        numbers.out_of(figure.count, figure.base.asked, lang),
    )
    if not figure.infers:
        return Mark(words, share)
    low, high = (count / figure.base.frame for count in figure.interval)
    return Mark(words, share, low, high)


def _share(point: Point) -> float | None:
    if not isinstance(point.figure, Figure) or point.figure.share is None:
        return None
    return float(point.figure.share)


def _cells(line: Line, run: Run) -> tuple[Cell, ...]:
    by_round = {point.round.pk: _cell(point) for point in line.points}
    return tuple(by_round.get(each.pk) or Cell(gettext("not among the answers")) for each in run.rounds)


def _cell(point: Point) -> Cell:
    lang, figure = reader_language(), point.figure
    if figure is None:
        return Cell(gettext("not reported"))
    if not isinstance(figure, Figure):
        return Cell(gettext("“%(words)s”, number not reported") % {"words": figure.words})
    told = numbers.out_of(figure.count, figure.base.asked, lang)
    if figure.share is None:
        return Cell(told)
    told = f"{told} ({numbers.percent(figure.share, lang)})"
    if not figure.infers:
        return Cell(told)
    values = {"interval": numbers.range_(*figure.interval, lang), "frame": numbers.count(figure.base.frame, lang)}
    return Cell(told, gettext("interval %(interval)s of %(frame)s") % values)
