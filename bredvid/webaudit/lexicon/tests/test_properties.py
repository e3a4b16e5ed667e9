"""What holds of every text: offsets, whole words, letters large and small, order, and the same as a naive search."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.webaudit.lexicon import Matcher, current, matcher
from bredvid.webaudit.lexicon.normalising import plain
from bredvid.webaudit.lexicon.shape import Group, Lexicon, Term

FORMS = sorted({form for term in current().terms if not term.named for form in term.forms})
FILLER = st.sampled_from(
    ["och", " ", ". ", ", ", "-", "\u00ad", "\u00a0", "\n", "Bygg", "åäö", "e\u0301", "ß", "İ", "112", "(", "x"]
)
TEXTS = st.lists(st.one_of(st.sampled_from(FORMS), FILLER), max_size=14).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


def tell(text):
    return [(hit.start, hit.end, hit.term.id) for hit in matcher().find(text)]


@given(TEXTS)
def test_a_hit_gives_back_a_listed_form_of_its_term(text):
    for hit in matcher().find(text):
        term = hit.term
        if not (term.named or term.gapped or term.heads or term.stem):
            assert plain(text[hit.start : hit.end]).text in term.forms


@given(TEXTS)
def test_no_letter_or_digit_stands_beside_a_hit(text):
    for hit in matcher().find(text):
        assert not plain(text[: hit.start]).text[-1:].isalnum() or text[hit.start - 1] in "\u00ad\u200b"
        assert not text[hit.end : hit.end + 1].isalnum()


@given(TEXTS)
def test_hits_of_a_group_do_not_lie_over_each_other(text):
    # Each form group of W3 counts for itself.
    last: dict[tuple[str, str], int] = {}
    for hit in matcher().find(text):
        assert hit.start >= last.get((hit.group, hit.term.form), 0)
        last[hit.group, hit.term.form] = hit.end


@given(TEXTS)
def test_searching_twice_tells_the_same(text):
    assert tell(text) == tell(text)


@given(st.lists(st.sampled_from(FORMS), max_size=8).map(" och ".join))
def test_soft_hyphens_and_hard_spaces_change_nothing_that_is_found(text):
    odd = re.sub(r"(?<=\w\w)(?=\w)", "\u00ad", text).replace(" ", "\u00a0\n")
    assert [hit.term.id for hit in matcher().find(odd)] == [hit.term.id for hit in matcher().find(text)]


@given(st.lists(st.sampled_from(FORMS), max_size=8).map(" och ".join))
def test_capital_letters_hide_nothing(text):
    small = {(hit.start, hit.end, hit.group) for hit in matcher().find(text) if not hit.term.named}
    large = {(hit.start, hit.end, hit.group) for hit in matcher().find(text.upper())}
    if len(text.upper()) == len(text):
        unnamed = {each for each in small if not each[2].startswith("shelter")}
        assert unnamed <= large


@given(st.text(max_size=60))
def test_any_text_can_be_searched_and_led_back(text):
    made = plain(text)
    for at in range(len(made.text)):
        start, end = made.span(at, at + 1)
        assert 0 <= start < end <= len(text)
    for hit in matcher().find(text):
        assert 0 <= hit.start < hit.end <= len(text)


WORDS = st.text("abå -", min_size=1, max_size=5).map(str.strip).filter(lambda word: word and "  " not in word)


@settings(max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=6, unique=True), st.text("abå -.AB\u00ad", max_size=40))
def test_the_automaton_finds_what_a_naive_search_finds(forms, text):
    term = Term("t", "g", "", "", "sv", forms[0], tuple(forms), "", "")
    small = Lexicon("0", "", (term,), {"g": Group("g", "")}, {})
    made = plain(text)
    spans = {
        (found.start(1), found.end(1))
        for form in forms
        for found in re.finditer(rf"(?=(?<!\w)({re.escape(form)})(?!\w))", made.text)
    }
    taken: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or other[1] <= start for other in taken):
            taken.append((start, end))
    assert [(hit.start, hit.end) for hit in Matcher(small).find(text)] == sorted(made.span(*span) for span in taken)


def test_a_page_with_ten_thousand_hits_is_searched_in_reasonable_time():
    import time

    text = "Ring oss om du vill ha stöd, mat eller boende. " * 10_000
    began = time.perf_counter()
    assert len(matcher().find(text)) > 10_000
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "\u0301", "…"])
def test_a_text_of_nothing_has_no_hits(text):
    assert matcher().find(text) == []
