"""What is drawn between rounds, and what never is: read from the drawings themselves."""

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings, strategies as st

from bredvid.review.models import PublishedFigure
from bredvid.review.tests.trend_makers import crosswalk, form, held
from bredvid.review.trends import threads

SVG = "{http://www.w3.org/2000/svg}"
ANSWERS = ["ja", "nej", "vet-ej"]


@dataclass(frozen=True)
class Drawn:
    """A drawing read back: its rounds with their places across, the strokes between them, and all its words."""

    rounds: tuple[tuple[str, float], ...]
    strokes: tuple[tuple[float, float], ...]
    words: tuple[str, ...]

    @property
    def joined(self) -> dict[tuple[str, str], int]:
        """How many strokes lie between each two rounds that stand beside each other, where there are any."""
        found = {}
        for (first, left), (second, right) in pairwise(self.rounds):
            between = [stroke for stroke in self.strokes if stroke[0] < right and stroke[1] > left]
            if between:
                found[first, second] = len(between)
        return found


def page(path: str) -> str:
    return Client().get(path).content.decode()


def drawings(body: str) -> list[Drawn]:
    found = re.findall(r'<svg xmlns="[^"]+" class="trend".*?</svg>', body, re.DOTALL)
    return [_read(ElementTree.fromstring(svg)) for svg in found]


def _read(svg: ElementTree.Element) -> Drawn:
    # Nothing but these is ever drawn, so nothing else can be a line.
    kinds = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert kinds <= {"svg", "rect", "circle", "text", "line", "path"}
    for path in svg.iter(f"{SVG}path"):
        # The two short strokes of a break; a path of any other form would have to be looked at.
        assert re.fullmatch(r"M[\d.]+ [\d.]+l6 -18", path.attrib["d"])
    labels = [text for text in svg.iter(f"{SVG}text") if text.attrib["class"] == "trend-round"]
    strokes = [(float(line.attrib["x1"]), float(line.attrib["x2"])) for line in svg.iter(f"{SVG}line")]
    return Drawn(
        tuple((text.text or "", float(text.attrib["x"])) for text in labels),
        tuple(strokes),
        tuple(text.text or "" for text in svg.iter(f"{SVG}text")),
    )


def two_rounds(grade: str, options: dict[str, list[str]] | None = None) -> None:
    one, two = form(1, {"q1": ANSWERS}), form(2, {"q1": ANSWERS})
    crosswalk(one, two, [("q1", "q1", grade)], **({"q1": options} if options is not None else {}))
    held(one, 2025, {"q1": {"ja": 5, "nej": 10}})
    held(two, 2026, {"q1": {"ja": 8, "nej": 12}})


@pytest.mark.django_db
@pytest.mark.parametrize(("grade", "strokes"), [("A", 1), ("B", 2)])
def test_rounds_that_can_be_compared_stand_on_one_line_that_is_broken_where_the_wording_changed(grade, strokes):
    two_rounds(grade)
    found = drawings(page("/trender/q1/"))
    assert [drawn.joined for drawn in found] == [{("2025", "2026"): strokes}] * len(ANSWERS)


@pytest.mark.django_db
def test_a_broken_line_is_open_in_the_middle_and_says_why():
    two_rounds("B")
    body = page("/trender/q1/")
    (_, left), (_, right) = drawings(body)[0].rounds
    middle = (left + right) / 2
    assert not any(start <= middle <= end for start, end in drawings(body)[0].strokes)
    assert "skäl q1-q1" in body


@pytest.mark.django_db
def test_a_changed_question_is_two_drawings_and_never_one_line():
    two_rounds("C")
    body = page("/trender/q1/")
    assert [[code for code, _ in drawn.rounds] for drawn in drawings(body)] == [["2025"]] * 3 + [["2026"]] * 3
    assert not any(drawn.strokes for drawn in drawings(body))
    assert "Ska inte jämföras med siffrorna före" in body
    assert "skäl q1-q1" in body


@pytest.mark.django_db
def test_an_answer_without_a_counterpart_is_drawn_alone():
    two_rounds("A", {"ja": ["ja"]})
    found = drawings(page("/trender/q1/"))
    assert [[code for code, _ in drawn.rounds] for drawn in found] == [
        ["2025", "2026"], ["2026"], ["2026"], ["2025"], ["2025"],
    ]  # fmt: skip


@pytest.mark.django_db
def test_every_point_is_printed_with_its_base_and_in_the_table_with_its_interval():
    two_rounds("A")
    body = page("/trender/q1/")
    assert drawings(body)[0].words[2:] == ("2025", "25\xa0%", "5 av 20", "2026", "40\xa0%", "8 av 20")
    assert "5 av 20 (25\xa0%)" in body
    assert re.search(r"intervall \d+–\d+ av 30", body)


@pytest.mark.django_db
def test_the_drawing_says_in_words_all_that_it_shows():
    two_rounds("A")
    assert 'aria-label="ja. 2025: 5 av 20 (25\xa0%), intervall' in page("/trender/q1/")


@pytest.mark.django_db
def test_no_line_leads_past_a_round_that_gives_no_number():
    one = form(1, {"q1": ANSWERS})
    held(one, 2025, {"q1": {"ja": 5}})
    held(one, 2026, {}, aggregate_only=True)
    held(one, 2027, {"q1": {"ja": 8}})
    drawn = drawings(page("/trender/q1/"))[0]
    assert [code for code, _ in drawn.rounds] == ["2025", "2026", "2027"]
    assert drawn.strokes == ()
    assert "inget antal" in drawn.words


@pytest.mark.django_db
def test_counts_of_different_units_are_never_joined():
    one = form(1, {"q1": ANSWERS})
    old = held(one, 2025, {}, aggregate_only=True)
    asked = one.questions.get()
    printed = {"question": asked, "option": asked.options.get(code="ja"), "count": 4, "lines": "1"}
    PublishedFigure.objects.create(round=old, unit=PublishedFigure.Unit.SOCIAL_WORKERS, **printed)
    held(one, 2026, {"q1": {"ja": 8}})
    drawn = drawings(page("/trender/q1/"))[0]
    assert [code for code, _ in drawn.rounds] == ["2025", "2026"]
    assert drawn.strokes == ()


@pytest.mark.django_db
def test_a_draft_is_never_drawn():
    two_rounds("A")
    two = form(3, {"q1": ANSWERS})
    held(two, 2027, {"q1": {"ja": 8}}, draft=True, code="2027-utkast")
    assert "2027" not in page("/trender/q1/") + page("/trender/")


def test_with_one_round_it_says_so_and_draws_nothing(reader):
    for path in ("/trender/", "/trender/q8/"):
        body = reader.get(path).content.decode()
        assert "Det finns bara en granskning än. Nästa jämförs här." in body
        assert drawings(body) == []


def test_before_the_next_round_it_can_be_read_what_will_be_comparable(reader):
    body = reader.get("/trender/").content.decode()
    for name in ("Samma fråga", "Omformulerad, samma innebörd", "Ändrad", "Kan inte jämföras", "Ställs inte längre"):
        assert name in body
    assert set(re.findall(r'href="/trender/([^"/]+)/"', body)) == {thread.code for thread in threads()}


def test_a_reworded_question_shows_both_wordings_and_which_answer_became_which(reader):
    body = reader.get("/trender/q8/").content.decode()
    assert "under 2024?" in body
    assert "under 2025?" in body
    assert "Vet ej + Vi har ingen statistik" in body
    assert "Orden är våra" in body


def test_a_question_leads_to_its_comparison_and_a_demonstration_does_not(reader):
    assert 'href="/trender/q8/"' in reader.get("/2025/fragor/q8/").content.decode()
    assert "/trender/" not in reader.get("/demo/fragor/q8/").content.decode()


def test_a_question_that_was_never_asked_is_not_found(reader):
    assert reader.get("/trender/q99/").status_code == 404


GRADES = st.lists(st.sampled_from("ABC-"), min_size=1, max_size=3)
MAPS = st.dictionaries(
    st.sampled_from(ANSWERS), st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=2, unique=True)
)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(grades=GRADES, maps=st.lists(MAPS, min_size=3, max_size=3))
def test_whatever_the_grades_only_a_and_b_are_ever_joined(grades, maps):
    with transaction.atomic():
        _hold(grades, maps)
        grade_of = {(str(2025 + at), str(2026 + at)): grade for at, grade in enumerate(grades)}
        index = page("/trender/")
        for path in sorted(set(re.findall(r'href="(/trender/[^"]+/)"', index))):
            for drawn in drawings(page(path)):
                codes = [code for code, _ in drawn.rounds]
                # Rounds in one drawing can all be compared, and each line has the form of its grade.
                assert all(grade_of[pair] in "AB" for pair in pairwise(codes))
                assert drawn.joined == {pair: "AB".index(grade_of[pair]) + 1 for pair in pairwise(codes)}
        transaction.set_rollback(True)


def _hold(grades: list[str], maps: list[dict[str, list[str]]]) -> None:
    forms = [form(version, {"q1": ANSWERS}) for version in range(1, len(grades) + 2)]
    for (old, new), grade, options in zip(pairwise(forms), grades, maps, strict=False):
        alone = grade == "-"
        pairs = [("q1", "", "-"), ("", "q1", "-")] if alone else [("q1", "q1", grade)]
        crosswalk(old, new, pairs, **({} if alone else {"q1": options}))
    for at, section in enumerate(forms):
        held(section, 2025 + at, {"q1": {"ja": 3 + at, "nej": 5}})
