"""Weighted shares and early against late answers of one question, in words for its page."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext

from bredvid.figures.numbers import count, decimal, out_of, percent
from bredvid.figures.response.waves import WaveComparison
from bredvid.figures.weights.cells import TooFewRespondentsError, WeightingError
from bredvid.figures.weights.collapse import JOINED_BY
from bredvid.places.models import MunicipalityGroup
from bredvid.report.language import reader_language
from bredvid.review.models import Option, Question, Round
from bredvid.review.regions import NAMES, region_name
from bredvid.review.response import wave_comparisons
from bredvid.review.weighting import Weighted, WeightedQuestion, weighted_question

_P_DECIMALS = 3


def weights_of(round_: Round, question: Question) -> dict[str, Any] | None:
    """The weighted shares of a question; None for a round of totals and for a question that was not put to all."""
    if round_.aggregate_only:
        return None
    weighted = weighted_question(round_, question)
    if weighted is None:
        return None
    ways = {"group": weighted.by_group, "raked": weighted.raked}
    names = group_names(round_)
    return {
        "base": next((e.base for way in ways.values() for e in way.estimates.values()), None),
        "rows": [_row(weighted, option) for option in weighted.options],
        "costs": _costs(weighted),
        "notes": _notes(ways.values(), names),
        "group": not weighted.by_group.refused,
        "raked": not weighted.raked.refused,
    }


def waves_table(round_: Round, question: Question) -> dict[str, Any] | None:
    """Early and late answers of a question; None where all came at once or it is not known when."""
    compared = [] if round_.aggregate_only else wave_comparisons(round_, question)
    if not compared:
        return None
    return {
        "columns": [_wave_name(int(step.wave.wave)) for step in compared[0][1].steps],
        "rows": [_wave_row(option, found) for option, found in compared],
    }


def _wave_name(reminders: int) -> str:
    if not reminders:
        return gettext("before any reminder")
    return gettext("after reminder %(number)s") % {"number": reminders}


def _wave_row(option: Option, found: WaveComparison) -> dict[str, Any]:
    language = reader_language()
    cells = [out_of(step.wave.count, step.wave.valid, language) if step.wave.valid else "–" for step in found.steps]
    p = "–" if found.p is None else decimal(found.p, language, _P_DECIMALS)
    return {"label": option.label("label"), "cells": cells, "p": p}


def _row(weighted: WeightedQuestion, option: Option) -> dict[str, Any]:
    language = reader_language()
    row: dict[str, Any] = {"label": option.label("label")}
    for name, way in (("group", weighted.by_group), ("raked", weighted.raked)):
        found = way.estimates.get(option.code)
        if found is not None:
            row["plain"] = f"{percent(found.unweighted_share, language, 1)}"
            row["count"] = out_of(found.count, found.base.valid, language)
            row[name] = {"share": percent(found.share, language, 1), "interval": found.interval}
    return row


def _costs(weighted: WeightedQuestion) -> list[dict[str, str]]:
    """What the weights cost, under each way of weighting."""
    language = reader_language()
    words = {
        "design_effect": gettext("Design effect"),
        "effective_n": gettext("Effective number of answers"),
    }
    costs = []
    for name, label in words.items():
        row = {"label": label}
        for way, found in (("group", weighted.by_group), ("raked", weighted.raked)):
            if found.weights is not None:
                value = Fraction(getattr(found.weights, name))
                row[way] = decimal(value, language, 2 if name == "design_effect" else 1)
        costs.append(row)
    return costs


def _notes(ways: Iterable[Weighted], names: dict[str, str]) -> list[str]:
    """Why there is no weighted share, or which parts were taken together; each said once."""
    notes, merged = [], []
    for way in ways:
        if way.refused is not None:
            notes.append(refusal_in_words(way.refused, names))
        merged += [part_names(cell, names) for cell in way.merged]
    if merged:
        parts = "; ".join(dict.fromkeys(merged))
        notes.append(gettext("Taken together, for there are too few answers in each: %(parts)s.") % {"parts": parts})
    return list(dict.fromkeys(notes))


def refusal_in_words(error: WeightingError, names: dict[str, str]) -> str:
    """Why there is no weighted share."""
    if not isinstance(error, TooFewRespondentsError):
        return gettext("No weighted share by group and national area: no weights fit both at once.")
    values = {
        "cell": part_names(error.cell.split(" ")[-1], names),
        "answers": count(error.respondents, reader_language()),
        "needed": count(error.minimum, reader_language()),
    }
    return gettext("No weighted share: %(answers)s answered in %(cell)s, and it takes %(needed)s.") % values


def part_names(cell: str, names: dict[str, str]) -> str:
    """The parts of a merged cell by name."""
    codes = cell.split(JOINED_BY)
    if len(codes) > 1 and (set(codes) >= names.keys() - NAMES.keys() or set(codes) >= NAMES.keys()):
        return gettext("all together")
    return " + ".join(names.get(code, code) for code in codes)


def group_names(round_: Round) -> dict[str, str]:
    """The names of the round's groups and of the national areas, by their codes."""
    groups = MunicipalityGroup.objects.filter(pk__in=round_.respondents.order_by().values("group"))
    return {
        **{group.code: group.localised_name for group in groups},
        **{code: region_name(code, reader_language()) for code in NAMES},
    }
