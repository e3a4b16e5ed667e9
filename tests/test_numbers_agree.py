"""Every number that is published is the same wherever it stands, and the same when it is reckoned a second time."""

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.db import transaction
from django.test import Client

import bredvid
from bredvid.figures.spans import find_quantifiers
from bredvid.places.actions import load as load_places
from bredvid.report.data.release import release_of
from bredvid.report.data.rendering import files_of
from bredvid.review.actions import load as load_rounds
from bredvid.review.reads import round_by_code
from tests import second_reckoning as second

PACKAGE = Path(bredvid.__file__).parent
ROUNDS = {"2025": "", "demo": "DEMO-"}
PREFIX = {"sv": "", "en": "/en"}


@dataclass
class Published:
    """A round as readers get it: rows of the CSV, the JSON-stat files, and a browser for its pages."""

    code: str
    rows: list[dict[str, str]]
    cubes: dict[str, Any]

    @property
    def counted(self) -> list[dict[str, str]]:
        return [row for row in self.rows if row["count"]]

    def of(self, question: str) -> list[dict[str, str]]:
        return [row for row in self.rows if row["question"] == question and not row["filters"]]

    def questions(self) -> list[str]:
        return list(dict.fromkeys(row["question"] for row in self.rows if row["count"] or row["words_sv"]))


@pytest.fixture(scope="module")
def published(django_db_setup, django_db_blocker) -> Iterator[dict[str, Published]]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_rounds()
        yield {code: _published(code, prefix) for code, prefix in ROUNDS.items()}
        transaction.set_rollback(True)


def _published(code: str, prefix: str) -> Published:
    made = files_of(release_of(round_by_code(code)), base_url="https://data.example/", contact_email="a@data.example")
    files = {file.name: file.content.decode("utf-8-sig") for file in made if not file.name.endswith((".xlsx", ".sav"))}
    rows = list(csv.DictReader(io.StringIO(files[f"{prefix}figures.csv"])))
    return Published(code, rows, {each: json.loads(files[f"{prefix}figures.{each}.json"]) for each in PREFIX})


@pytest.fixture(params=ROUNDS)
def round_(request, published) -> Published:
    found: Published = published[request.param]
    return found


def numbers(row: dict[str, str], *names: str) -> list[int]:
    return [int(row[name]) for name in names]


def test_each_interval_bound_and_share_is_what_a_second_reckoning_gives(round_):
    assert len(round_.counted) > 15
    for row in round_.counted:
        x, asked, valid, frame = numbers(row, "count", "asked", "valid", "frame")
        assert numbers(row, "bounds_low", "bounds_high") == list(second.bounds(x, valid, frame)), row["key"]
        assert numbers(row, "unaccounted", "silent") == [asked - valid, frame - asked], row["key"]
        for ends, base in (("interval", asked), ("valid_interval", valid)):
            if row[f"{ends}_low"]:
                assert numbers(row, f"{ends}_low", f"{ends}_high") == list(second.interval(x, base, frame)), row["key"]
        for share, base in (("share", asked), ("valid_share", valid)):
            if row[share]:
                assert abs(Fraction(x, base) - Fraction(row[share])) <= Fraction(1, 2_000_000), row["key"]


def test_an_interval_is_given_wherever_somebody_was_silent(round_):
    for row in round_.counted:
        assert bool(row["interval_low"]) == (row["silent"] != "0"), row["key"]


def test_nothing_is_computed_where_there_is_no_count(round_):
    for row in round_.rows:
        if not row["count"]:
            computed = ("valid", "share", "valid_share", "interval_low", "bounds_low", "bounds_high", "unaccounted")
            assert [row[name] for name in computed] == [""] * len(computed), row["key"]


def printed_rows(body: bytes) -> dict[str, list[str]]:
    """The cells of each answer in a question's table, by the answer's code."""
    rows = re.findall(r'<tr id="([^"]+)">(.*?)</tr>', body.decode(), re.DOTALL)
    return {
        code: [
            unescape(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
        ]
        for code, row in rows
    }


@pytest.mark.parametrize("language", PREFIX)
def test_each_question_prints_what_the_file_says(round_, language):
    looked_at = 0
    for question in round_.questions():
        address = f"{PREFIX[language]}/{round_.code}/fragor/{question}/"
        printed = printed_rows(Client().get(address).content)
        for row in round_.of(question):
            cells = printed.get(row["option"], [])
            if not row["count"]:
                assert not re.search(r"\d", " ".join(cells[:-1])), (address, row["option"])
                continue
            looked_at += 1
            assert cells[:5] == expected_cells(row, language), (address, row["option"])
    assert looked_at >= 20


def expected_cells(row: dict[str, str], language: str) -> list[str]:
    x, asked, valid, frame = numbers(row, "count", "asked", "valid", "frame")
    return [
        str(x),
        second.percent(x, asked, language) if asked else "–",
        second.percent(x, valid, language) if row["valid_share"] else "–",
        second.span(second.interval(x, asked, frame)) if row["interval_low"] else "–",
        second.span(second.bounds(x, valid, frame)),
    ]


@pytest.mark.parametrize("language", PREFIX)
def test_the_cubes_hold_what_the_table_holds(round_, language):
    found = {key: value for cube in round_.cubes[language]["link"]["item"] for key, value in cells_of(cube)}
    known = {f"{row['question']} {row['filters']} {row['option']}": row for row in round_.rows}
    assert len(found) >= 9 * len(known)
    for (answer, measure), value in found.items():
        written = known[answer][measure]
        assert (value is None) == (written == ""), (answer, measure)
        assert value is None or Fraction(str(value)) == Fraction(written), (answer, measure)


def cells_of(cube: dict[str, Any]) -> Iterator[tuple[tuple[str, str], Any]]:
    """Each value of a question's cube with its answer (question, among whom, option) and measure."""
    names = cube["id"]
    if "measure" not in names or set(names) - {"round", "option", "measure"}:
        return
    codes = [list(cube["dimension"][name]["category"]["index"]) for name in names]
    question, among = cube["extension"]["question"], cube["extension"]["filters"] or ""
    for at, place in enumerate(itertools.product(*codes)):
        of = dict(zip(names, place, strict=True))
        yield (f"{question} {among} {of['option']}", of["measure"]), cube["value"][at]


# An article or a pronoun that reads as the number one; and "none" of nothing that is counted.
GRAMMAR = {"one", "One", "ett", "Ett", "en", "En"}


def amounts_in(text: str, language: str) -> set[str]:
    """Numbers, shares and digits that somebody typed; placeholders are no typing."""
    typed = re.sub(
        r"%\(\w+\)[sd]|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^>]+>", "\N{OBJECT REPLACEMENT CHARACTER}", text, flags=re.S
    )
    found = {span.text for span in find_quantifiers(typed, language) if span.kind != "quantifier"}
    return (found | set(re.findall(r"\d+", typed))) - GRAMMAR


# Rooms whose pages tell figures. The others tell people what to do: "write the six digits" is no figure.
TELLING = ("config", "door", "places", "report")


def test_no_number_is_typed_into_a_translation():
    catalogues = [PACKAGE / room / "locale/sv/LC_MESSAGES/django.po" for room in TELLING]
    for path in catalogues:
        for message in filter(lambda each: each.id, read_po(io.BytesIO(path.read_bytes()))):
            for language, texts in (("en", message.id), ("sv", message.string or "")):
                for text in (texts,) if isinstance(texts, str) else texts:
                    assert amounts_in(text, language) == set(), (path.parts[-5], text)


def test_where_people_are_told_what_to_do_no_share_is_typed():
    catalogues = [path for path in PACKAGE.rglob("*.po") if path.parts[-5] not in TELLING]
    assert len(catalogues) >= 2
    for path in catalogues:
        for message in filter(lambda each: each.id, read_po(io.BytesIO(path.read_bytes()))):
            for texts in (message.id, message.string or ""):
                for text in (texts,) if isinstance(texts, str) else texts:
                    assert not re.search(r"\d+\s*(%|procent|per cent|av \d|of \d)(?!\()", text), (path.parts[-5], text)


def test_no_number_is_typed_into_a_template():
    rooms = [PACKAGE / room / "templates" for room in TELLING]
    templates = [path for room in rooms for path in room.rglob("*.html") if "staff" not in path.parts]
    assert len(templates) >= 40
    for path in templates:
        text = re.sub(r"<svg.*?</svg>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert amounts_in(text, "en") == set(), path.name


def test_a_typed_number_would_be_found():
    assert amounts_in("%(n)s av 73 svarade, nio av tio", "sv") == {"73", "nio av tio"}
    assert amounts_in('<p class="x2">{{ n }} of 73</p>', "en") == {"73"}
