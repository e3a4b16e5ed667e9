"""What is exclusive adds up to the frame: counts, what is not accounted for, and the silent."""

from typing import Any

from bredvid.report.data.values import Cell, Release


def exclusive_questions(release: Release) -> set[Cell]:
    questions = release.table("questions").records()
    return {row["question"] for row in questions if row["exclusivity"] == "exclusive" and not row["depends_on_option"]}


def figures_of(release: Release, question: Cell) -> list[dict[str, Any]]:
    rows = release.table("figures").records()
    return [row for row in rows if row["question"] == question and not row["filters"] and row["count"] is not None]


def test_counts_and_unknown_and_silent_make_the_frame(release):
    checked = 0
    for question in exclusive_questions(release):
        figures = figures_of(release, question)
        # A published "none" speaks of all who were asked, so the unknown are told by the others.
        unknown = max((row["unaccounted"] for row in figures), default=None)
        if unknown is not None and any(row["count"] for row in figures):
            total = sum(row["count"] for row in figures) + unknown + figures[0]["silent"]
            assert total == release.frame, question
            checked += 1
    assert checked >= 3


def test_each_count_lies_within_its_interval_and_its_bounds(release):
    for row in release.table("figures").records():
        if row["count"] is not None:
            interval = [row["interval_low"], row["interval_high"]]
            assert (interval == [None, None]) == (row["silent"] == 0), row["key"]
            ends = [row["bounds_low"], *(interval if row["silent"] else []), row["bounds_high"], row["frame"]]
            assert ends == sorted(ends)
            assert row["count"] == row["bounds_low"]


def test_every_answer_of_every_question_has_a_figure_or_a_reason(release):
    figures = {(r["question"], r["option"]): r for r in release.table("figures").records() if not r["filters"]}
    options = {(row["question"], row["option"]) for row in release.table("options").records()}
    assert set(figures) == options
    assert all((row["count"] is None) == (row["missing"] is not None) for row in figures.values())


def test_the_review_of_2025_gives_the_programme_its_known_interval_and_bounds(released):
    row = next(row for row in released["2025"].table("figures").records() if row["key"] == "2025.q2.ja")
    assert (row["count"], row["asked"], row["valid"], row["frame"]) == (4, 73, 70, 290)
    assert (row["interval_low"], row["interval_high"]) == (6, 35)
    assert (row["bounds_low"], row["bounds_high"]) == (4, 224)


def test_words_without_a_count_stay_words(released):
    rows = [row for row in released["2025"].table("figures").records() if row["words_sv"]]
    assert rows
    assert all(row["count"] is None and row["words_en"] and row["missing"] for row in rows)


def test_an_invented_round_has_no_words_of_a_source(released):
    assert not any(row["words_sv"] for row in released["demo"].table("figures").records())
