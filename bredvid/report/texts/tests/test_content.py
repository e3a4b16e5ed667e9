"""What the public pages tell: complete, bilingual, in our own words and tied to the report's lines."""

import re

import pytest

from bredvid.report.texts import reading
from bredvid.report.texts.entries import LANGUAGES, Entry, FormKind, LawKind, Status
from bredvid.report.texts.lines import LAST_LINE, parse_lines

ALL: list[tuple[str, Entry]] = [
    (f"{kind}:{entry.identity}", entry)
    for kind, entries in (
        ("form", reading.forms()),
        ("word", reading.words()),
        ("method", reading.methods()),
        ("law", reading.laws()),
        ("law group", tuple(group for group, _laws in reading.laws_by_group())),
        ("recommendation", reading.recommendations()),
        ("fact", tuple(reading.facts().values())),
    )
    for entry in entries
]
BY_NAME = pytest.mark.parametrize("entry", [entry for _, entry in ALL], ids=[name for name, _ in ALL])


def test_the_report_names_nineteen_forms_seven_methods_and_seven_recommendations():
    assert (len(reading.forms()), len(reading.methods()), len(reading.recommendations())) == (19, 7, 7)


def test_one_of_the_forms_is_an_entrance_and_not_a_form_of_its_own():
    assert [form.code for form in reading.forms() if form.kind is FormKind.ENTRANCE] == ["tiktok"]


def test_each_law_stands_under_exactly_one_heading():
    shown = [law.code for _group, laws in reading.laws_by_group() for law in laws]
    assert sorted(shown) == sorted(law.code for law in reading.laws())


def test_every_kind_of_law_has_a_heading_with_something_under_it():
    assert {group.code for group, laws in reading.laws_by_group() if laws} == set(LawKind)


@BY_NAME
def test_lines_lie_within_the_report_and_rise(entry):
    if entry.lines or not entry.may_lack_lines:
        ranges = parse_lines(entry.lines)
        assert all(1 <= first <= last <= LAST_LINE for first, last in ranges)
        assert list(ranges) == sorted(ranges)


@BY_NAME
def test_both_languages_say_it(entry):
    swedish = [name.removesuffix("_sv") for name in vars(entry) if name.endswith("_sv")]
    assert swedish
    for name in set(swedish) - {"value"}:  # A year or a law's number reads the same in both.
        assert bool(getattr(entry, f"{name}_sv")) == bool(getattr(entry, f"{name}_en")), name


@BY_NAME
def test_a_text_in_swedish_is_not_left_in_swedish_in_english(entry):
    for name in ("text", "why"):
        if hasattr(entry, f"{name}_sv"):
            assert entry.text(name, "sv") != entry.text(name, "en")


def test_the_forms_are_explained_in_one_or_two_plain_sentences():
    for form in reading.forms():
        for language in LANGUAGES:
            text = form.text("text", language)
            assert text.endswith(".")
            assert 1 <= len(re.findall(r"[.](?: |$)", text)) <= 2, text
            assert len(text) <= 170, text


def test_every_indicator_of_the_first_seven_areas_measures_a_recommendation():
    known = {
        f"I{area}.{n}" for area, last in {1: 8, 2: 8, 3: 4, 4: 3, 5: 1, 6: 1, 7: 1}.items() for n in range(1, last + 1)
    }
    used = {indicator for item in reading.recommendations() for indicator in item.indicators}
    assert used == known


def test_what_is_not_checked_tells_a_colleague_what_to_look_at():
    open_entries = [law for law in reading.laws() if law.status is Status.TO_CHECK]
    assert open_entries
    for law in open_entries:
        assert law.note_sv
        assert not re.search(r"\bfel(?:aktig\w*)?\b", law.note_sv, re.IGNORECASE), law.code


def test_the_article_that_the_report_and_general_knowledge_disagree_on_is_not_called_checked():
    assert {law.code: law.checked for law in reading.laws()}["cedaw-8"] is False


def test_a_fact_with_a_number_shows_that_number_or_its_word():
    words = {"three": 3, "seven": 7, "nine": 9, "ten": 10, "million": 10**6, "billion": 10**9}
    for fact in reading.facts().values():
        if fact.number is not None:
            shown = fact.text("value", "en")
            digits = [int(d.replace(",", "")) for d in re.findall(r"\d[\d,]*", shown)] or [1]
            for word, size in words.items():
                if re.search(rf"\b{word}\b", shown):
                    digits = [digits[0] * size]
            assert fact.number in digits, fact.key


@pytest.mark.parametrize(
    ("key", "value"),
    [("sexkopslagen.ar", "1999"), ("faltarbete.veckor", "vecka 17–45"), ("cedaw.ratificerades", "2 juli 1980")],
)
def test_a_fact_is_found_by_its_key(key, value):
    assert reading.fact(key).text("value", "sv") == value


def test_an_unknown_fact_is_refused_with_the_keys_that_look_alike():
    with pytest.raises(reading.FactNotFoundError, match=r"sexkopslagen\.ar"):
        reading.fact("sexkopslagen.straffet")


def test_no_sentence_is_told_twice():
    texts = [entry.text(name, "sv") for _, entry in ALL for name in ("text", "why") if hasattr(entry, f"{name}_sv")]
    assert len(texts) == len(set(texts))
