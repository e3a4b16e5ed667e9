"""The shipped chapters hold: every number is bound, every claim was tried, and both languages say the same figures."""

import json
from typing import TypeVar

import pytest
from click.testing import CliRunner

from bredvid.report.blocks.tree import FigureBlock, Note, Quotation, Report, Table
from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.claims.report import compose_chapter, compose_chapters, compose_report
from bredvid.report.commands import commands
from bredvid.report.findings import findings_of
from bredvid.report.manuscript.reading import chapters_of, site_texts_of
from bredvid.review.reads import quotes_of, round_by_code

B = TypeVar("B", FigureBlock, Note, Quotation, Table)

pytestmark = pytest.mark.usefixtures("shipped")


def blocks(report: Report, kind: type[B]) -> list[B]:
    return [block for chapter in report.chapters for block in chapter.blocks if isinstance(block, kind)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["2025", "demo"])
def test_the_reports_can_be_built(code, language):
    report = compose_report(round_by_code(code), language)
    assert report.chapters
    assert report.day == round_by_code(code).published_on


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_of_the_site_hold_of_the_published_round(language):
    composed = compose_chapters(round_by_code("2025"), site_texts_of("2025", language))
    assert [str(problem) for each in composed for problem in each.problems] == []


@pytest.mark.parametrize("code", ["2025", "demo"])
def test_both_languages_show_the_same_figures(code):
    shown = {
        language: {
            (each.chapter.slug, key)
            for each in compose_chapters(round_by_code(code), chapters_of(code, language))
            for claim in each.claims
            for key in claim.keys
        }
        for language in LANGUAGES
    }
    assert shown["sv"] == shown["en"]


def test_the_report_holds_what_a_report_must():
    round_ = round_by_code("2025")
    report = compose_report(round_, "sv")
    drawn = {block.key for block in blocks(report, FigureBlock)}
    assert {"2025.q2", "2025.q3", "2025.q4", "2025.q8"} <= drawn
    assert len(blocks(report, Quotation)) == quotes_of(round_).count()
    assert len(blocks(report, Note)) > 10
    (municipalities,) = blocks(report, Table)
    assert len(municipalities.rows) == round_.frame_size


def test_words_without_a_count_are_never_drawn():
    report = compose_report(round_by_code("2025"), "sv")
    (training,) = [block for block in blocks(report, FigureBlock) if block.key == "2025.q6"]
    assert not training.drawing.svg
    assert not training.drawing.strips
    assert training.drawing.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_findings_each_stand_on_a_figure_of_their_own(language):
    findings = findings_of(round_by_code("2025"), language)
    assert len({finding.figure.key for finding in findings}) == len(findings) == 5
    for finding in findings:
        assert f"/fragor/{finding.figure.question}/" in finding.html


def test_a_chapter_that_is_not_there_is_not_found():
    with pytest.raises(LookupError, match="has no chapter"):
        compose_chapter(round_by_code("2025"), "sv", "nope")


def test_the_command_lists_every_claim_with_its_figures():
    answer = CliRunner().invoke(commands, ["check", "2025", "--json"])
    assert answer.exit_code == 0
    told = json.loads(answer.stdout)
    assert told["problems"] == []
    frame = [claim for claim in told["claims"] if claim["scope"] == "frame"]
    assert frame
    assert all("it holds" in claim["reason"] for claim in frame)


def test_the_command_knows_no_other_round():
    answer = CliRunner().invoke(commands, ["check", "1999"])
    assert answer.exit_code == 1
    assert "There is no round 1999. Rounds: 2025, demo" in answer.stderr
