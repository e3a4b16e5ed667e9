"""W1 and W2, line by line of the page of rules. The texts are written for the tests."""

import pytest

from bredvid.webaudit.shapes import State
from bredvid.webaudit.tests.makers import judged, verdict


@pytest.mark.parametrize(
    ("text", "vocabulary"),
    [
        ("Vi ger stöd till den som har erfarenhet av prostitution.", "authority"),
        ("Sex mot ersättning är vanligare än många tror.", "authority"),
        ("Har du sålt sex? Prata med oss.", "hers"),
        ("Är du utsatt i prostitution? Du är inte ensam.", "roks"),
    ],
)
def test_prostitution_is_named_in_any_of_the_three_vocabularies(text, vocabulary):
    found = verdict("W1", text)
    assert (found.state, found.reason, found.zone, found.quote) == (State.FOUND, "named", "main", text)
    assert isinstance(found.value, tuple)
    assert vocabulary in found.value


@pytest.mark.parametrize("zone", ["main", "folded", "script"])
def test_a_term_in_a_content_zone_names_it(zone):
    assert verdict("W1", f"{{{zone}}} Stöd till dig i prostitution.").zone == zone


def test_a_term_in_the_title_or_a_heading_names_it():
    assert verdict("W1", title="Prostitution").state is State.FOUND
    assert verdict("W1", "# Prostitution").zone == "headings"


def test_a_sentence_is_shown_before_a_heading():
    found = verdict("W1", "# Prostitution\nVi ger stöd till dig som har sålt sex.", title="Prostitution")
    assert (found.zone, found.quote) == ("main", "Vi ger stöd till dig som har sålt sex.")


@pytest.mark.parametrize("zone", ["aside", "hidden", "nav", "footer", "alt"])
def test_a_term_outside_the_content_is_unclear_and_shown(zone):
    found = verdict("W1", f"{{{zone}}} Prostitution")
    assert (found.state, found.reason, found.zone, found.quote) == (
        State.UNCLEAR, "outside-content", zone, "Prostitution",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hit kan prostituerade vända sig.", "only-hiding"),
        ("Sexarbete och hälsa.", "only-hiding"),
        ("Det är olagligt att köpa sex.", "only-purchase"),
        ("Människohandel för sexuella ändamål förekommer i hela landet.", "only-exploitation"),
        ("Stöd vid sexuell exploatering.", "only-exploitation"),
        ("Sugardejting kan vara farligt.", "only-form"),
    ],
)
def test_what_only_points_at_prostitution_is_unclear_and_says_why(text, reason):
    found = verdict("W1", text)
    assert (found.state, found.reason, found.quote) == (State.UNCLEAR, reason, text)


def test_a_naming_beside_a_hiding_word_is_a_naming():
    assert verdict("W1", "Prostituerade och andra i prostitution.").state is State.FOUND


@pytest.mark.parametrize("kind", ["news", "minutes", "calendar", "internal", "pdf"])
def test_a_page_that_guides_nobody_is_not_found_with_its_passage_kept(kind):
    found = verdict("W1", "Kommunen kartlägger prostitution.", kind=kind)
    assert (found.state, found.reason) == (State.NOT_FOUND, "not-guidance")
    assert found.quote == "Kommunen kartlägger prostitution."
    assert found.value is None


def test_a_start_page_is_judged_as_guidance():
    assert verdict("W1", "Stöd till dig i prostitution.", kind="start").state is State.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Vi har inget stöd för personer i prostitution.",
        "Kommunen erbjuder inte samtal om prostitution.",
        "Vi arbetar inte med prostitution.",
        "Vi saknar verksamhet för prostitution.",
        "Vi har inget särskilt stöd för våld, hedersförtryck eller prostitution.",
        "Tyvärr kan vi inte hjälpa den som är i prostitution.",
        "Mottagningen tar inte emot personer i prostitution.",
        "Det finns inte någon särskild verksamhet för dem som är i prostitution.",
        "Sidan handlar inte om prostitution.",
        "We have no support for people in prostitution.",
    ],
)
def test_a_denial_before_the_term_is_no_naming_and_its_passage_is_shown(text):
    found = verdict("W1", text)
    assert (found.state, found.reason, found.quote) == (State.NOT_FOUND, "negated", text)


@pytest.mark.parametrize(
    "text",
    [
        "Det är aldrig ditt fel att du har sålt sex.",
        "Du behöver inte veta om det räknas som prostitution.",
        "Vi har inget väntrum, men vi ger stöd vid prostitution.",
        "Vi har inget väntrum. Vi ger stöd vid prostitution.",
        "Prostitution är inget du ska behöva bära ensam.",
        "Det är inte olagligt att sälja sex.",
        "Ingen ska behöva sälja sex.",
        "Vi dömer inte dig som har sålt sex.",
        "Du har inget att skämmas för om du har sålt sex.",
    ],
)
def test_a_negation_of_guilt_or_in_another_clause_denies_nothing(text):
    assert verdict("W1", text).state is State.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Arbetar ni med frågor om prostitution?\nNej, det gör vi inte.",
        "Har ni en grupp för personer i prostitution?\nNej.",
        "Finns det någon mottagning för den som säljer sex?\nTyvärr inte.",
    ],
)
def test_a_question_about_what_is_offered_that_is_answered_with_no_names_nothing(text):
    found = verdict("W1", text)
    assert (found.state, found.reason) == (State.NOT_FOUND, "negated")


def test_a_question_about_the_law_that_is_answered_with_no_still_names_it():
    assert verdict("W1", "Är det olagligt att sälja sex?\nNej.").state is State.FOUND


def test_a_denied_and_an_affirmed_mention_together_name_it():
    text = "Vi har inget boende för personer i prostitution.\nVi har samtal för dig i prostitution."
    found = verdict("W1", text)
    assert (found.state, found.quote) == (State.FOUND, "Vi har samtal för dig i prostitution.")


@pytest.mark.parametrize(
    "text",
    ["Sextio elever", "Hon är sexton år", "Gå till exit", "Rapportera felet", "Sporra varandra", "En sexa i betyg"],
)
def test_words_that_only_look_alike_name_nothing(text):
    for indicator in ("W1", "W2", "W3"):
        assert verdict(indicator, text).state is State.NOT_FOUND


def test_a_phrase_does_not_reach_from_one_block_into_the_next():
    assert verdict("W1", "Vi kan sälja\nSex personer kom").state is State.NOT_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Är du utsatt i pornografi? Vi lyssnar.",
        "Pornografi kan vara våld. Har du blivit utsatt kan du prata med oss.",
        "Har någon tvingat dig? Det gäller också porr.",
    ],
)
def test_pornography_beside_a_sign_of_those_exposed_is_found(text):
    assert verdict("W2", text).state is State.FOUND


def test_a_heading_and_the_first_sentence_under_it_are_neighbours():
    assert verdict("W2", "# Pornografi\nHar du blivit utsatt?").state is State.FOUND


def test_a_sign_two_sentences_away_or_in_another_section_is_none():
    assert verdict("W2", "Pornografi är vanligt. Kommunen är stor. Du är utsatt.").state is State.UNCLEAR
    assert verdict("W2", "# Ett\nPornografi är vanligt.\n# Två\nDu är utsatt.").state is State.UNCLEAR


def test_pornography_with_neither_sign_is_unclear():
    found = verdict("W2", "Pornografi diskuteras ofta.")
    assert (found.state, found.reason) == (State.UNCLEAR, "about-nobody")


@pytest.mark.parametrize(
    "text",
    [
        "Barn som tittar på porr behöver vuxna att prata med.",
        "Porrfilter finns på skolans datorer.",
        "Hjälp mot porrberoende, också för den som är utsatt.",
        "Innehav av barnpornografi är ett brott.",
    ],
)
def test_pornography_about_another_subject_is_not_found_with_its_passage(text):
    found = verdict("W2", text)
    assert found.state is State.NOT_FOUND
    assert found.reason in ("another-subject", "no-term")


def test_another_subject_in_the_sentence_outweighs_a_sign_beside_it():
    found = verdict("W2", "Unga tittar på porr. Har du blivit utsatt?")
    assert (found.state, found.reason, found.quote) == (
        State.NOT_FOUND, "another-subject", "Unga tittar på porr. Har du blivit utsatt?",
    )  # fmt: skip


def test_images_alone_point_at_pornography_without_naming_it():
    found = verdict("W2", "Många har ett OnlyFans.")
    assert (found.state, found.reason) == (State.UNCLEAR, "only-images")


def test_pornography_outside_the_content_is_unclear():
    assert verdict("W2", "{footer} Utsatt i pornografi?").reason == "outside-content"


def test_a_denied_mention_of_pornography_is_not_found():
    assert verdict("W2", "Vi har inget stöd för den som är utsatt i pornografi.").reason == "negated"


def test_a_page_is_relevant_when_one_of_the_two_is_found():
    assert judged("Utsatt i prostitution.").relevant
    assert judged("Utsatt i pornografi.").relevant
    assert not judged("Sexköp är ett brott.").relevant
    assert not judged("Utsatt i prostitution.", kind="news").relevant
