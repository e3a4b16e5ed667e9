"""The JSON-stat cube of the municipalities: every one of them, whatever is known of it."""

from collections.abc import Sequence
from typing import Any

from bredvid.report.data.jsonstat_parts import dimension, statuses, words
from bredvid.report.data.values import Cell, Release


def municipality_cube(release: Release, language: str) -> dict[str, Any]:
    """Municipality × what is known of it, as codes. Every municipality of the frame is there, also the silent."""
    municipalities = release.table("municipalities").records()
    facts = [("state", "Svarade kommunen?" if language == "sv" else "Did the municipality answer?")]
    facts += [(str(q["question"]), str(q[f"short_{language}"])) for q in release.table("questions").records()]
    choices = choices_of(release)
    several = {fact: choices.get(fact.replace("-", "_"), []) for fact, _ in facts}
    known = [answer_of(row, fact, several[fact]) for row in municipalities for fact, _ in facts]
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Kommunerna i omgången" if language == "sv" else "The municipalities of the round",
        "updated": release.published_on.isoformat(),
        "source": words(language, release, "source"),
        "id": ["municipality", "fact"],
        "size": [len(municipalities), len(facts)],
        "role": {"geo": ["municipality"]},
        "dimension": {
            "municipality": dimension(
                "Kommun" if language == "sv" else "Municipality",
                {str(row["municipality"]): str(row["name"]) for row in municipalities},
            ),
            "fact": dimension("Uppgift" if language == "sv" else "What is known", dict(facts)),
        },
        "value": [value for value, _ in known],
        "status": statuses([value for value, _ in known], [reason for _, reason in known]),
        "extension": {"demonstration": release.demonstration},
    }


def answer_of(row: dict[str, Cell], question: str, choices: Sequence[str]) -> tuple[str | None, Cell]:
    """What a row of the municipalities says to a question: its code or codes, else None with the reason.

    `choices` are the columns of its answers, where it takes several.
    """
    name = question.replace("-", "_")
    if row.get(name) is not None:
        return str(row[name]), None
    chosen = [column.removeprefix(f"{name}__") for column in choices if row[column] is True]
    return (";".join(chosen) or None), row.get(f"{name}_missing")


def choices_of(release: Release) -> dict[str, list[str]]:
    """By a question's column: the columns of its answers, where it takes several."""
    found: dict[str, list[str]] = {}
    for column in release.table("municipalities").columns:
        question, several, _ = column.name.partition("__")
        if several:
            found.setdefault(question, []).append(column.name)
    return found
