"""Pages, files, report and PDF of any round print what a patient person counts by hand, bases included."""

import csv
import io
import json
import re
import tempfile
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pyreadstat
from django.utils.translation import override
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.extra.django import TestCase
from pypdfium2 import PdfDocument

from bredvid.report.blocks.tree import Chapter, FigureBlock, plain
from bredvid.report.claims.report import compose_report
from bredvid.report.data.release import release_of
from bredvid.report.data.rendering import files_of
from bredvid.report.mappable import mappable_questions
from bredvid.report.pdf.build import render_pdf
from bredvid.review.models import Missing, Round
from tests import second_reckoning as second
from tests.brute_force import Expected, Known, codes_of, expected, facts, is_follow_up, quartiles, took_part
from tests.built_rounds import built
from tests.random_rounds import OWN_WORDS, Asked, Place, RandomRound, rounds
from tests.reading_pages import answers_on, legend_on, question_page

HOW = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
CODE = "2031"
FEWEST = 5  # respondents that weights need in all


def with_figures(random: RandomRound) -> list[Asked]:
    return [asked for asked in random.questions if codes_of(asked)]


def page_of(asked: Asked) -> str:
    return f"/{CODE}/fragor/{asked.code}/"


class TestPages(TestCase):
    @given(random=rounds())
    @settings(HOW, max_examples=8)
    def test_question_pages_print_counts_shares_and_bases(self, random):
        built(random, code=CODE)
        for asked in with_figures(random):
            wanted, printed = expected(random, asked, list(random.places)), question_page(page_of(asked))
            assert {code: row[:2] for code, row in printed.rows.items()} == {
                code: [str(count), share(count, wanted.asked)] for code, count in wanted.counts.items()
            }
            assert printed.bases == bases(wanted)
            assert printed.given == (len(wanted.numbers) or None)
            for group in {place.group for place in random.places}:
                here = expected(random, asked, [place for place in random.places if place.group == group])
                cells = [str(count) if here.asked else "–" for count in here.counts.values()]
                row = printed.breakdowns["Per kommungrupp"][f"Grupp {group}"]
                assert row == [*cells, str(here.asked), str(here.frame)]

    @given(random=rounds())
    @settings(HOW, max_examples=6)
    def test_pages_of_municipalities_and_maps_say_what_each_answered(self, random):
        round_ = built(random, code=CODE)
        for number, place in enumerate(random.places, start=1):
            said = answers_on(f"/{CODE}/kommuner/ort-{number}/")
            known = facts(random, place) if took_part(place) else {}
            assert said == {
                asked.code: in_words(asked, known[asked.code], place)
                for asked in random.questions
                if took_part(place) and asked.kind not in ("note", "register")
            }
        for question in mappable_questions(round_):
            asked = next(each for each in random.questions if each.code == question.code)
            wanted = expected(random, asked, list(random.places))
            legend = legend_on(f"/{CODE}/karta/{asked.code}/")
            assert sum(legend.values()) == len(random.places)
            assert legend.get("svarade inte", 0) == len(random.places) - sum(map(took_part, random.places))
            assert {code: legend.get(label(code), 0) for code in wanted.counts} == wanted.counts


class TestFiles(TestCase):
    @given(random=rounds())
    @settings(HOW, max_examples=15)
    def test_every_format_holds_the_same_right_figures(self, random):
        round_ = built(random, code=CODE)
        files = files_in(round_)
        rows = list(csv.DictReader(io.StringIO(files["figures.csv"].decode())))
        check_figures(random, rows)
        check_workbook(files[f"bredvid-{CODE}.xlsx"], rows)
        check_cubes(json.loads(files["figures.sv.json"]), rows)
        check_numbers(random, list(csv.DictReader(io.StringIO(files["numbers.csv"].decode()))))
        check_weighted(random, list(csv.DictReader(io.StringIO(files["weighted.csv"].decode()))))
        places = list(csv.DictReader(io.StringIO(files["municipalities.csv"].decode())))
        check_municipalities(random, places)
        check_spss(random, files[f"bredvid-{CODE}.sv.sav"])
        assert not [name for name, content in files.items() if OWN_WORDS.encode() in content]


class TestReport(TestCase):
    @given(random=rounds())
    @settings(HOW, max_examples=3)
    def test_the_report_and_its_pdf_print_the_same_figures(self, random):
        round_ = built(random, code=CODE)
        report = compose_report(round_, "sv")
        drawn = {block.question: block for chapter in report.chapters for block in figures_in(chapter)}
        text = pdf_text(render_pdf(report))
        for asked in with_figures(random):
            wanted = expected(random, asked, list(random.places))
            assert (asked.code in drawn) == (wanted.asked > 0), asked.code
            if not wanted.asked:
                continue
            table = drawn[asked.code].table
            assert table is not None
            found = {plain(row[0]): plain(row[1]) for row in table.rows if plain(row[0]) in labels(asked)}
            assert found == {label(code): str(count) for code, count in wanted.counts.items()}
            for code, count in wanted.counts.items():
                assert re.search(rf"^ *{re.escape(label(code))} +{count}( |$)", text, re.MULTILINE), (asked.code, code)
        assert OWN_WORDS not in text


def figures_in(chapter: Chapter) -> list[FigureBlock]:
    return [block for block in chapter.blocks if isinstance(block, FigureBlock)]


def labels(asked: Asked) -> set[str]:
    return {label(code) for code in codes_of(asked)}


def share(count: int, asked: int) -> str:
    return " ".join(second.percent(count, asked, "sv").split()) if asked else "–"


def bases(wanted: Expected) -> dict[str, int]:
    """The bases a caption prints: the valid where there are any, the frame where somebody was silent."""
    printed = {"asked": wanted.asked}
    if wanted.valid:
        printed["valid"] = wanted.valid
    if wanted.frame > wanted.asked:
        printed["frame"] = wanted.frame
    return printed


def label(code: str) -> str:
    return "Har svarat" if code == "angivet" else code


def in_words(asked: Asked, known: Known | None, place: Place) -> str:
    with override("sv"):
        if known is None:
            return str(Missing.NOT_ASKED.label)
        if known.number is not None:
            return number_in_words(Fraction(known.number))
        if known.day:
            return known.day
        if known.options:
            return " · ".join(label(code) for code in codes_of(asked) if code in known.options)
        return str(Missing(known.missing).label) if known.missing else "inget av alternativen"


def number_in_words(number: Fraction) -> str:
    sign = "\N{MINUS SIGN}" if number < 0 else ""
    return sign + f"{float(abs(number)):g}".replace(".", ",")


def files_in(round_: Round) -> dict[str, bytes]:
    made = files_of(release_of(round_), base_url="https://data.example/", contact_email="a@data.example")
    return {file.name: file.content for file in made}


def check_figures(random: RandomRound, rows: list[dict[str, str]]) -> None:
    found = {row["key"]: [int(row[name]) for name in ("count", "asked", "valid", "frame")] for row in rows}
    wanted: dict[str, list[int]] = {}
    for asked in with_figures(random):
        here = expected(random, asked, list(random.places))
        for code, count in here.counts.items():
            wanted[f"{CODE}.{asked.code}.{code}"] = [count, here.asked, here.valid, here.frame]
    assert found == wanted


def check_workbook(content: bytes, rows: list[dict[str, str]]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True)["figures"]
    head, *lines = sheet.iter_rows(values_only=True)
    names = ("count", "asked", "valid", "frame", "unaccounted")
    found = [[dict(zip(head, line, strict=True))[name] for name in names] for line in lines]
    assert found == [[int(row[name]) for name in names] for row in rows]


def check_cubes(collection: dict[str, Any], rows: list[dict[str, str]]) -> None:
    found: dict[str, int] = {}
    for cube in collection["link"]["item"]:
        if "measure" in cube["id"]:
            measures = list(cube["dimension"]["measure"]["category"]["index"])
            for at, option in enumerate(cube["dimension"]["option"]["category"]["index"]):
                key = f"{CODE}.{cube['extension']['question']}.{option}"
                found[key] = cube["value"][at * len(measures) + measures.index("count")]
                base = cube["extension"]["figures"][option]["base"]
                row = next(row for row in rows if row["key"] == key)
                assert {name: str(number) for name, number in base.items()} == {name: row[name] for name in base}
    assert found == {row["key"]: int(row["count"]) for row in rows}


def check_numbers(random: RandomRound, rows: list[dict[str, str]]) -> None:
    names = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")
    asked = {each.code: each for each in random.questions}
    assert [row["question"] for row in rows] == [
        each.code for each in random.questions if each.kind in ("integer", "decimal") and not each.persons
    ]
    for row in rows:
        wanted = expected(random, asked[row["question"]], list(random.places))
        assert [int(row[name]) for name in ("given", "asked", "frame")] == [
            len(wanted.numbers), wanted.asked, wanted.frame,
        ]  # fmt: skip
        five = [float(each) for each in quartiles(wanted.numbers)] if wanted.numbers else []
        assert [float(row[name]) for name in names if row[name]] == five


def check_weighted(random: RandomRound, rows: list[dict[str, str]]) -> None:
    """With so few places all are merged into one cell, or some of a group stay for themselves; never under five."""
    for asked in with_figures(random):
        mine = [row for row in rows if row["question"] == asked.code]
        if is_follow_up(random, asked):
            assert mine == []
            continue
        wanted = expected(random, asked, list(random.places))
        assert len(mine) == 2 * len(wanted.counts)
        for row in mine:
            if wanted.valid < FEWEST:
                assert (row["share"], row["refused"]) == ("", "too_few")
                continue
            assert [int(row[name]) for name in ("count", "asked", "valid", "frame")] == [
                wanted.counts[row["option"]], wanted.asked, wanted.valid, wanted.frame,
            ]  # fmt: skip
            if row["method"] == "group":
                assert abs(float(row["share"]) - float(weighted_share(random, asked, row["option"]))) < 1e-6


def weighted_share(random: RandomRound, asked: Asked, option: str) -> Fraction:
    """By group where each has five valid answers, else of all together."""
    groups = sorted({place.group for place in random.places})
    parts = [[place for place in random.places if place.group == group] for group in groups]
    found = [(expected(random, asked, part), len(part)) for part in parts]
    if min(each.valid for each, _ in found) < FEWEST:
        found = [(expected(random, asked, list(random.places)), len(random.places))]
    total = sum(size for _, size in found)
    return sum((Fraction(size, total) * Fraction(each.counts[option], each.valid) for each, size in found), Fraction(0))


def check_municipalities(random: RandomRound, rows: list[dict[str, str]]) -> None:
    assert len(rows) == len(random.places)
    for row, place in zip(rows, random.places, strict=True):
        known = facts(random, place) if took_part(place) else {}
        for asked in with_figures(random):
            answer = known.get(asked.code)
            options = answer.options if answer else frozenset()
            reasons = {why for code, why in asked.options if code in options and why}
            if asked.kind == "multiple":
                chosen = {code for code in codes_of(asked) if row[f"{asked.code}__{code.replace('-', '_')}"] == "true"}
                assert chosen == options
            elif answer and answer.number is not None:
                assert Fraction(row[asked.code]) == Fraction(answer.number)
            elif answer and answer.day:
                assert row[asked.code] == answer.day
            elif asked.kind in ("integer", "decimal") and not asked.persons:
                assert row[asked.code] == ""
            else:
                assert row[asked.code] == (min(options) if options and asked.kind != "date" else "")
            assert row[f"{asked.code}_missing"] == why_missing(asked, place, known.get(asked.code), reasons)


def why_missing(asked: Asked, place: Place, known: Known | None, reasons: set[str]) -> str:
    if not took_part(place):
        return "silent"
    if known is None:
        return "not_asked"
    if reasons:
        return min(reasons)
    if known.valid and not known.options and asked.kind != "multiple" and known.number is None and not known.day:
        return "uncodable"
    return known.missing


def check_spss(random: RandomRound, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "round.sav"
        path.write_bytes(content)
        frame, _ = pyreadstat.read_sav(path, user_missing=False, output_format="polars")
    assert frame.height == len(random.places)
    for asked in with_figures(random):
        wanted = expected(random, asked, list(random.places))
        for at, (code, why) in enumerate(asked.options, start=1):
            if asked.kind == "multiple":
                column = frame[f"{asked.code}__{code.replace('-', '_')}"]
                assert column.to_list().count(1) == wanted.counts[code]
            elif not why and asked.kind in ("single", "ordinal", "count"):
                assert frame[asked.code].to_list().count(at) == wanted.counts[code]
        if asked.kind in ("integer", "decimal") and not asked.persons:
            assert sorted(frame[asked.code].drop_nulls()) == [float(number) for number in wanted.numbers]


def pdf_text(content: bytes) -> str:
    with closing(PdfDocument(content)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
