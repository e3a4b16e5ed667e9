"""JSON-stat 2.0: a collection with a cube for each question, and one that lists every municipality.

In a question's cube the dimensions are round × option × measure, so that interval and bounds are values like the
count, and a reader who knows nothing of us still meets them. Missing is null, with the reason as status.
"""

import json
from typing import Any, NamedTuple

from bredvid.report.data.jsonstat_municipalities import municipality_cube
from bredvid.report.data.jsonstat_parts import dimension, statuses, words
from bredvid.report.data.licence import DATA_LICENCE
from bredvid.report.data.values import Cell, Release


class Measure(NamedTuple):
    """A column of the figures as a category of the measure dimension."""

    column: str
    label_sv: str
    label_en: str
    unit_sv: str
    unit_en: str
    decimals: int


COUNT_UNIT = ("kommuner", "municipalities")
SHARE_UNIT = ("andel av 1", "share of 1")
MEASURES = (
    Measure("count", "Antal", "Count", *COUNT_UNIT, 0),
    Measure("share", "Andel av de tillfrågade som deltog", "Share of those who took part", *SHARE_UNIT, 6),
    Measure("valid_share", "Andel av dem vars svar är redovisat", "Share of those accounted for", *SHARE_UNIT, 6),
    Measure("interval_low", "95 %-intervall för alla, nedre", "95 % interval for all, low", *COUNT_UNIT, 0),
    Measure("interval_high", "95 %-intervall för alla, övre", "95 % interval for all, high", *COUNT_UNIT, 0),
    Measure("valid_interval_low", "Intervall på redovisade svar, nedre", "Interval, valid base, low", *COUNT_UNIT, 0),
    Measure("valid_interval_high", "Intervall på redovisade svar, övre", "Interval, valid base, high", *COUNT_UNIT, 0),
    Measure("bounds_low", "Säkert minst", "Certainly at least", *COUNT_UNIT, 0),
    Measure("bounds_high", "Säkert högst", "Certainly at most", *COUNT_UNIT, 0),
)


def jsonstat_bytes(release: Release, *, language: str) -> bytes:
    """The collection in one language, "sv" or "en": JSON-stat's labels have one language a document."""
    questions = release.table("questions").records()
    items = [
        _question_cube(release, question, figures, language)
        for question in questions
        for figures in _by_filters(release, question)
    ]
    collection = {
        "version": "2.0",
        "class": "collection",
        "label": words(language, release, "title"),
        "updated": release.published_on.isoformat(),
        "source": words(language, release, "source"),
        "note": [words(language, release, "about")],
        "extension": {
            "language": language,
            "demonstration": release.demonstration,
            "license": DATA_LICENCE.page,
        },
        "link": {"item": [*items, municipality_cube(release, language)]},
    }
    return (json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _by_filters(release: Release, question: dict[str, Cell]) -> list[list[dict[str, Cell]]]:
    """The figures of a question: those of everybody, then those of each part that the source prints by itself."""
    parts: dict[Cell, list[dict[str, Cell]]] = {}
    for row in release.table("figures").records():
        if row["question"] == question["question"]:
            parts.setdefault(row["filters"], []).append(row)
    return list(parts.values())


def _question_cube(
    release: Release, question: dict[str, Cell], figures: list[dict[str, Cell]], language: str
) -> dict[str, Any]:
    values = [figure[measure.column] for figure in figures for measure in MEASURES]
    reasons = [figure["missing"] for figure in figures for _ in MEASURES]
    return {
        "version": "2.0",
        "class": "dataset",
        "label": _label(release, question, figures, language),
        "note": [question[f"text_{language}"]],
        "updated": release.published_on.isoformat(),
        "source": words(language, release, "source"),
        "id": ["round", "option", "measure"],
        "size": [1, len(figures), len(MEASURES)],
        "role": {"metric": ["measure"]},
        "dimension": {
            "round": dimension(
                "Omgång" if language == "sv" else "Round", {release.code: words(language, release, "title")}
            ),
            "option": dimension(
                "Svar" if language == "sv" else "Answer",
                {str(figure["option"]): str(figure[f"label_{language}"]) for figure in figures},
            ),
            "measure": _measures(language),
        },
        "value": values,
        "status": statuses(values, reasons),
        "extension": _question_extension(release, question, figures, language),
    }


def _label(release: Release, question: dict[str, Cell], figures: list[dict[str, Cell]], language: str) -> str:
    """The question's short title and, for a part of those asked, which part that is."""
    short, filters = str(question[f"short_{language}"]), figures[0]["filters"]
    if filters is None:
        return short
    labels = {
        f"{row['question']}={row['option']}": str(row[f"label_{language}"])
        for row in release.table("options").records()
    }
    among = ", ".join(labels.get(part, part) for part in str(filters).split(";"))
    return (
        f"{short}, bland dem som svarade ”{among}”"
        if language == "sv"
        else f"{short}, among those who answered “{among}”"
    )


def _question_extension(
    release: Release, question: dict[str, Cell], figures: list[dict[str, Cell]], language: str
) -> dict[str, Any]:
    """The base stands beside each figure; words stand where the source gave no count."""
    return {
        "question": question["question"],
        "filters": figures[0]["filters"],
        "exclusivity": question["exclusivity"],
        "demonstration": release.demonstration,
        "figures": {
            str(figure["option"]): {
                "key": figure["key"],
                "words": figure[f"words_{language}"],
                "base": {name: figure[name] for name in ("asked", "valid", "frame", "unaccounted", "silent")},
                "interval": [figure["interval_low"], figure["interval_high"]],
                "bounds": [figure["bounds_low"], figure["bounds_high"]],
                "lines": figure["lines"],
            }
            for figure in figures
        },
    }


def _measures(language: str) -> dict[str, Any]:
    measures = dimension(
        "Mått" if language == "sv" else "Measure",
        {m.column: m.label_sv if language == "sv" else m.label_en for m in MEASURES},
    )
    measures["category"]["unit"] = {
        m.column: {"label": m.unit_sv if language == "sv" else m.unit_en, "decimals": m.decimals} for m in MEASURES
    }
    return measures
