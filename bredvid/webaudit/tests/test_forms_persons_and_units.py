"""W3, W4 and W5, line by line of the page of rules."""

import pytest

from bredvid.webaudit.judging import forms, persons
from bredvid.webaudit.shapes import State
from bredvid.webaudit.tests.makers import judged, verdict


def test_two_different_forms_are_found_with_their_groups():
    found = verdict("W3", "Det kan vara sugardejting eller att du träffar män som escort.")
    assert (found.state, found.reason, found.value) == (State.FOUND, "forms-named", ("escort", "sugar"))


def test_two_words_for_one_form_count_once():
    found = verdict("W3", "Sugardejting, sugardaddy och sugarbaby är ord som används.")
    assert (found.state, found.reason, found.value) == (State.UNCLEAR, "one-form", ("sugar",))


def test_forms_may_stand_in_different_blocks_of_a_page():
    assert verdict("W3", "# Sugardejting\nDet är våld.\n# Escort\nDet är också våld.").state is State.FOUND


@pytest.mark.parametrize(
    ("count", "state"), [(0, State.NOT_FOUND), (1, State.UNCLEAR), (2, State.FOUND), (3, State.FOUND)]
)
def test_the_number_of_forms_decides(count, state):
    assert forms.state_of(count)[0] is state


def test_a_denied_form_is_none():
    found = verdict("W3", "Vi har inget stöd vid sugardejting.")
    assert (found.state, found.reason) == (State.NOT_FOUND, "negated")


def test_forms_outside_the_content_are_unclear():
    assert verdict("W3", "{footer} Sugardejting. Escort.").reason == "outside-content"


def test_forms_on_a_news_page_are_not_found():
    assert verdict("W3", "Sugardejting och escort.", kind="news").reason == "not-guidance"


NAMED = "Är du utsatt i prostitution?"


def test_a_section_that_speaks_to_women_and_girls_is_found_with_the_share():
    found = verdict("W4", f"{NAMED}\nKvinnor och tjejer får stöd, också andra personer.")
    assert (found.state, found.reason, found.value) == (State.FOUND, "speaks-to-women", 0.67)


def test_a_neutral_section_is_not_found():
    found = verdict("W4", f"{NAMED}\nPersoner, individer och ungdomar får stöd.")
    assert (found.state, found.reason, found.value, found.quote) == (State.NOT_FOUND, "gender-neutral", 0.0, "")


def test_without_a_word_for_a_person_there_is_nothing_to_judge():
    assert verdict("W4", "Stöd vid prostitution.").reason == "nothing-to-judge"


def test_without_a_relevant_section_there_is_nothing_to_judge():
    assert verdict("W4", "Kvinnor och tjejer får stöd.").reason == "nothing-to-judge"


def test_words_in_another_section_do_not_count():
    text = f"# Prostitution\n{NAMED} Personer får stöd.\n# Fritid\nKvinnor, tjejer och flickor spelar boll."
    assert verdict("W4", text).value == 0.0


def test_a_heading_that_names_it_reaches_over_the_smaller_headings_below():
    text = "# Prostitution\nVi lyssnar.\n## Stöd\nKvinnor och tjejer är välkomna.\n# Fritid\nPersoner spelar boll."
    assert verdict("W4", text).value == 1.0


@pytest.mark.parametrize(
    ("gendered", "every", "state"),
    [
        (2, 4, State.FOUND),  # a half: equal
        (2, 5, State.UNCLEAR),  # below a half
        (3, 5, State.FOUND),  # above
        (1, 1, State.UNCLEAR),  # one word is too few, whatever its share
        (2, 2, State.FOUND),
        (2, 10, State.UNCLEAR),  # a fifth: equal
        (2, 11, State.NOT_FOUND),  # below a fifth
        (1, 11, State.UNCLEAR),  # one gendered word
        (0, 3, State.NOT_FOUND),
    ],
)
def test_the_share_of_gendered_words_decides(gendered, every, state):
    assert persons.state_of(gendered, every)[0] is state


def test_a_unit_whose_sentence_tells_what_one_gets_is_understandable():
    found = verdict("W5", f"{NAMED} Hos Relationsvåldsteamet får du stöd.")
    assert (found.state, found.reason, found.value) == (State.FOUND, "understandable", ("Relationsvåldsteamet",))


def test_a_unit_with_an_internal_name_is_not_found():
    found = verdict("W5", f"{NAMED} Kontakta Mottagningsenheten.")
    assert (found.state, found.reason) == (State.NOT_FOUND, "internal-name")
    assert "Mottagningsenheten" in found.quote


def test_some_units_understandable_and_some_not_is_unclear():
    found = verdict("W5", f"{NAMED} Kontakta Mottagningsenheten. Hos Relationsvåldsteamet får du stöd.")
    assert (found.state, found.reason) == (State.UNCLEAR, "partly-understandable")


def test_without_a_unit_or_a_relevant_section_there_is_nothing_to_judge():
    assert verdict("W5", NAMED).reason == "nothing-to-judge"
    assert verdict("W5", "Kontakta Mottagningsenheten.").reason == "nothing-to-judge"


def test_the_value_is_none_where_a_page_guides_nobody():
    assert judged(f"{NAMED} Hos Relationsvåldsteamet får du stöd.", kind="news").verdicts["W5"].value is None
