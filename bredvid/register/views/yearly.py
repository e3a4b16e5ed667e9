"""The yearly question: how many women and girls, answered in one sentence each, ready to be copied."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bredvid.register import clock
from bredvid.register.access import Action, of_unit
from bredvid.register.models import Unit
from bredvid.register.pictures import intervals
from bredvid.register.reads.lines_in_words import LINE_NAMES
from bredvid.register.reads.quality_in_words import quality_in_words
from bredvid.register.reads.yearly import supported, years_with_figures
from bredvid.register.reads.years import is_frozen
from bredvid.register.rules import women
from bredvid.register.rules.women import Line, Quality, Supported


@dataclass(frozen=True)
class Answer:
    """A line of the question with its words."""

    line: Line
    name: str
    words: str
    bands: list[str]


@require_GET
@of_unit(Action.FIGURES_READ)
def yearly(request: HttpRequest, unit: Unit) -> HttpResponse:
    """The answer of the year asked for; of this year where none is."""
    this_year = clock.today().year
    years = years_with_figures(unit, this_year=this_year)
    year = next((each for each in years if str(each) == request.GET.get("ar")), this_year)
    found = supported(unit, year)
    answers = {code: _answer(found.lines[code]) for code in women.LINES}
    return render(request, "register/yearly.html", {
        "year": year, "years": years, "found": found, "so_far": year == this_year, "today": clock.today(),
        "closed": is_frozen(unit, year), "counted": found.quality is not Quality.NOTHING, "answers": answers,
        "quality": quality_in_words(found), "copied": _copied(unit, found, answers, year == this_year),
    })  # fmt: skip


def _answer(line: Line) -> Answer:
    return Answer(line, str(LINE_NAMES[line.code]), intervals.in_words(line), intervals.bands_in_words(line))


def _copied(unit: Unit, found: Supported, answers: dict[str, Answer], so_far: bool) -> str:
    """The answer as text that stands by itself: who, which year, how many, on what it stands."""
    words: dict[str, Any] = {
        "unit": unit.organisation.name,
        "year": found.year,
        "prostitution": answers[women.PROSTITUTION].words,
        "pornography": answers[women.PORNOGRAPHY].words,
    }
    sentence = _(
        "%(unit)s, %(year)d. Women and girls given support who are exploited in prostitution: %(prostitution)s. In"
        " pornography: %(pornography)s."
    )
    until = _("Counted up to %(day)s.") % {"day": clock.today().isoformat()} if so_far else ""
    return " ".join(part for part in (sentence % words, quality_in_words(found), until) if part)
