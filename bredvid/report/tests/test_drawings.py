"""Drawings: as many tiles as there are municipalities, told apart without colour, and never more than is known."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.figure import Base, Figure, Source
from bredvid.report.drawings import drawing_for, is_whole
from bredvid.report.drawings.hexmap import Cell, hexmap
from bredvid.report.drawings.intervals import interval_line
from bredvid.report.drawings.standalone import standalone
from bredvid.report.drawings.tiles import PITCH, TONES, Lot, mark, tiles
from bredvid.review.reads import results_of, round_by_code

lots = st.lists(st.builds(Lot, tone=st.sampled_from(TONES), count=st.integers(0, 60)), min_size=1, max_size=6)


@dataclass
class Tile:
    tone: str
    x: int
    y: int


def drawn(svg: str) -> list[Tile]:
    paths = re.findall(r'class="t-([a-z]+)"[^>]*d="([^"]*)"', svg)
    return [Tile(tone, int(x), int(y)) for tone, path in paths for x, y in re.findall(r"M(\d+) (\d+)", path)]


@given(lots, st.integers(1, 40), st.booleans())
def test_each_municipality_has_one_tile_and_a_place_of_its_own(given_lots, columns, by_column):
    svg = tiles(given_lots, columns=columns, by_column=by_column, css_class="wide")
    found = drawn(svg)
    assert len(found) == sum(lot.count for lot in given_lots)
    assert len({(tile.x, tile.y) for tile in found}) == len(found)
    for tone in TONES:
        expected = sum(lot.count for lot in given_lots if lot.tone == tone)
        assert sum(tile.tone == tone for tile in found) == expected


@given(lots, st.integers(1, 40), st.booleans())
def test_no_tile_lies_outside_the_drawing(given_lots, columns, by_column):
    svg = tiles(given_lots, columns=columns, by_column=by_column, css_class="wide")
    width, height = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)[0])
    assert width == columns * PITCH
    assert all(tile.x < width and tile.y < height for tile in drawn(svg))


def test_each_tone_has_a_mark_of_its_own_so_that_colour_is_not_needed():
    shapes = {re.findall(r' d="M\d+ \d+([^"]+)"', mark(tone))[0] for tone in TONES}
    assert len(shapes) == len(TONES)


def test_a_tone_without_a_mark_is_refused():
    with pytest.raises(KeyError):
        tiles([Lot("unknown", 1)], columns=1, by_column=True, css_class="wide")


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("code", ["2025", "demo"])
def test_a_whole_shows_everybody_and_its_legend_says_the_same(code):
    for result in results_of(round_by_code(code)):
        drawing = drawing_for(result, "sv")
        if is_whole(result):
            assert len(drawn(str(drawing.svg))) == result.base.frame
            assert sum(int(item.count) for item in drawing.legend) == result.base.frame
        else:
            assert drawing.svg == ""
            assert [int(strip.item.count) for strip in drawing.strips] == [f.count for f in result.counted]
            assert [len(drawn(str(strip.svg))) for strip in drawing.strips] == [f.count for f in result.counted]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_text_alternative_says_every_number_that_is_drawn(language):
    for result in results_of(round_by_code("2025")):
        drawing = drawing_for(result, language)
        for item in (*drawing.legend, *(strip.item for strip in drawing.strips)):
            assert f"{item.label}: {item.count}" in drawing.description
        for label, words in drawing.words:
            assert label in drawing.description
            assert words in drawing.description


@pytest.mark.usefixtures("shipped")
def test_a_sheet_to_take_away_is_xml_that_tells_its_source():
    for result in results_of(round_by_code("2025")):
        sheet = standalone(drawing_for(result, "sv"), source="73 av 290. Källa: x")
        words = " ".join(ElementTree.fromstring(sheet).itertext())
        assert "73 av 290. Källa: x" in words


def cell(row: int, column: int, name: str = "A", tone: str = "strong") -> Cell:
    return Cell(row=row, column=column, tone=tone, name=name, says="x", url=f"/{name}/", county="C")


def test_the_map_has_a_named_link_for_each_municipality():
    svg = hexmap([cell(0, 0, "Ale"), cell(1, 0, "<Åre>")], title="Karta")
    links = ElementTree.fromstring(svg).findall(".//{*}a")
    names = [link.find("{*}title").text for link in links]  # type: ignore[union-attr]
    assert [(link.get("href"), name) for link, name in zip(links, names, strict=True)] == [
        ("/&lt;Åre&gt;/".replace("&lt;", "<").replace("&gt;", ">"), "<Åre>: x"),
        ("/Ale/", "Ale: x"),
    ]


def test_two_municipalities_on_one_hexagon_are_refused():
    with pytest.raises(ValueError, match="2 cells share 1"):
        hexmap([cell(0, 0, "Ale"), cell(0, 0, "Åre")], title="Karta")


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n), st.integers(n, 400))))
def test_the_interval_lies_within_the_bounds_and_both_within_the_line(numbers):
    count, asked, frame = numbers
    base = Base(asked=asked, valid=asked, frame=frame)
    figure = Figure(
        key="r.q.o", count=count, base=base, unit="u", round="r", question="q", option="o", source=Source(document="d")
    )
    drawn = re.findall(r'<rect[^>]* x="([\d.]+)"[^>]*? width="([\d.]+)"', interval_line(figure))
    (band_x, band_width), *line = (tuple(map(float, pair)) for pair in drawn)
    assert len(line) == (asked < frame), "a line stands only where somebody was silent"
    for line_x, line_width in line:
        assert 9.9 <= band_x <= line_x + 0.1
        assert line_x + line_width <= band_x + band_width + 0.2
    assert band_x + band_width <= 590.1
