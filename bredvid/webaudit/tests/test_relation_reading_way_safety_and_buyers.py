"""W8 to W12, line by line of the page of rules."""

import pytest

from bredvid.webaudit.judging import near, readable, safe
from bredvid.webaudit.shapes import State
from bredvid.webaudit.tests.makers import judged, verdict

NAMED = "Är du utsatt i prostitution?"


def test_a_page_not_about_close_relations_is_not_tied():
    found = verdict("W8", NAMED, title="Hot och våld")
    assert (found.state, found.reason, found.quote) == (State.FOUND, "not-tied", NAMED)


@pytest.mark.parametrize("text", [f"# Våld i nära relationer\n{NAMED}", f"# Stöd vid relationsvåld\n{NAMED}"])
def test_a_first_heading_about_close_relations_ties_it(text):
    found = verdict("W8", text)
    assert (found.state, found.reason, found.zone) == (State.NOT_FOUND, "tied", "headings")


def test_a_title_about_close_relations_ties_it():
    page = judged(NAMED, title="Våld i nära relationer")
    assert page.tied
    assert page.verdicts["W8"].reason == "tied"


def test_a_later_heading_about_close_relations_ties_nothing():
    assert verdict("W8", f"# Stöd\n{NAMED}\n## Våld i nära relationer\nVi lyssnar.").state is State.FOUND


@pytest.mark.parametrize(
    "other", ["Det kan vara en okänd man.", "Det är sexköparen som gör fel.", "Det kan vara någon du inte känner."]
)
def test_an_unknown_offender_or_a_buyer_in_the_relevant_section_unties_it(other):
    found = verdict("W8", f"# Våld i nära relationer\n{NAMED} {other}")
    assert (found.state, found.reason) == (State.FOUND, "not-tied")


def test_an_unknown_offender_in_another_section_unties_nothing():
    text = f"# Våld i nära relationer\n## Prostitution\n{NAMED}\n## Annat\nDet kan vara en okänd man."
    assert verdict("W8", text).reason == "tied"


def test_unclear_naming_makes_it_unclear_and_no_naming_not_found():
    assert verdict("W8", "Sexköp är ett brott.").reason == "naming-unclear"
    assert verdict("W8", "Bygglov.").reason == "not-named"


PLAIN = "Du kan ringa oss när du vill och prata med någon som lyssnar. " * 12


def test_plain_prose_is_readable_with_lix_and_words_a_sentence():
    found = verdict("W9", PLAIN)
    assert (found.state, found.reason) == (State.FOUND, "readable")
    assert isinstance(found.value, tuple)
    lix, length = map(float, found.value)
    assert 10 < lix < 40
    assert length == 13.0


def test_little_prose_is_unclear_without_a_value():
    found = verdict("W9", "Du kan ringa oss när du vill.")
    assert (found.state, found.reason, found.value) == (State.UNCLEAR, "too-little-text", None)


def test_prose_beside_the_content_is_not_measured():
    assert verdict("W9", f"{{footer}} {PLAIN}").reason == "too-little-text"


@pytest.mark.parametrize(
    ("words", "lix", "length", "state"),
    [
        (100, 40.0, 15.0, State.FOUND),  # each equal
        (99, 30.0, 10.0, State.UNCLEAR),
        (101, 39.9, 14.9, State.FOUND),
        (100, 40.1, 15.0, State.UNCLEAR),
        (100, 40.0, 15.1, State.UNCLEAR),
        (100, 50.0, 30.0, State.UNCLEAR),
        (100, 50.1, 10.0, State.NOT_FOUND),
    ],
)
def test_words_lix_and_length_of_sentence_decide(words, lix, length, state):
    assert readable.state_of(words, lix, length)[0] is state


@pytest.mark.parametrize(
    ("clicks", "state"),
    [(0, State.FOUND), (3, State.FOUND), (4, State.UNCLEAR), (5, State.UNCLEAR), (6, State.NOT_FOUND)],
)
def test_the_number_of_clicks_decides(clicks, state):
    assert near.state_of(clicks)[0] is state


def test_a_page_alone_does_not_know_the_way_to_itself():
    assert verdict("W10", NAMED).reason == "start-unknown"
    assert verdict("W10", NAMED, kind="start").value == 0
    assert verdict("W10", "Bygglov.").reason == "no-relevant-page"


@pytest.mark.parametrize(
    ("way_out", "third_party", "state"),
    [
        (True, False, State.FOUND),
        (True, True, State.UNCLEAR),
        (False, False, State.UNCLEAR),
        (False, True, State.NOT_FOUND),
    ],
)
def test_both_conditions_make_it_safe_and_one_makes_it_unclear(way_out, third_party, state):
    assert safe.state_of(way_out, third_party)[0] is state


def test_a_way_to_leave_or_advice_on_the_history_counts_and_is_shown():
    found = verdict("W11", "Lämna sidan snabbt")
    assert (found.state, found.value, found.quote) == (State.FOUND, ("quick-exit",), "Lämna sidan snabbt")
    assert verdict("W11", "Så kan du rensa historiken.").value == ("history-advice",)
    assert verdict("W11", "Stöd", quick_exit=True).value == ("quick-exit",)


def test_third_parties_are_named():
    found = verdict("W11", "Stöd", third_parties=("cdn.example",))
    assert (found.state, found.value) == (State.NOT_FOUND, ("cdn.example",))


def test_a_text_without_markup_could_not_be_checked():
    found = verdict("W11", "Lämna sidan snabbt", markup=False)
    assert (found.state, found.reason) == (State.NOT_CHECKED, "no-markup")


def test_a_relevant_page_that_does_not_speak_to_buyers_keeps_them_apart():
    found = verdict("W12", f"{NAMED} Den som köper sex begår ett brott.")
    assert (found.state, found.reason) == (State.FOUND, "kept-apart")


def test_a_page_that_speaks_to_both_is_not_found():
    found = verdict("W12", f"# Stöd\n{NAMED}\n# Sluta\nKöper du sex? Vi hjälper dig att sluta.")
    assert (found.state, found.reason) == (State.NOT_FOUND, "speaks-to-buyers")
    assert found.quote.startswith("Köper du sex?")


def test_a_buyers_service_in_a_relevant_section_is_not_found():
    assert verdict("W12", f"{NAMED} Du kan också kontakta KAST.").reason == "buyers-service"
    assert verdict("W12", f"# Stöd\n{NAMED}\n# Andra\nKAST finns i grannkommunen.").state is State.FOUND


def test_without_a_relevant_page_there_is_nothing_to_keep_apart():
    assert verdict("W12", "Köper du sex?").reason == "nothing-to-judge"
