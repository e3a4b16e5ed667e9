"""W6 and W7, line by line of the page of rules. Every shelter and number is invented."""

import pytest

from bredvid.webaudit.shapes import State
from bredvid.webaudit.tests.makers import verdict


@pytest.mark.parametrize(
    "text",
    [
        "Du kan vara anonym.",
        "Ring oss anonymt.",
        "Vi ger anonymt stöd.",
        "Du behöver inte uppge ditt namn när du ringer.",
        "Tveka inte att höra av dig anonymt.",
        "You can be anonymous when you call.",
    ],
)
def test_anonymity_with_you_contact_or_support_in_one_sentence_is_found(text):
    found = verdict("W6", text)
    assert (found.state, found.reason, found.quote) == (State.FOUND, "offered", text)


def test_her_own_question_is_an_offer_unless_it_is_answered_with_no():
    assert verdict("W6", "Kan jag vara anonym?\nJa.").state is State.FOUND
    assert verdict("W6", "Kan jag vara anonym?\nNej.").state is State.NOT_FOUND


def test_it_counts_on_any_page_that_guides_also_without_prostitution():
    assert verdict("W6", "# Skuldrådgivning\nDu kan vara anonym.").state is State.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Alla uppgifter anonymiseras innan du får ta del av statistiken.",
        "Du kan göra en anonym visselblåsning.",
        "Du kan göra en orosanmälan anonymt.",
        "Tipsa polisen anonymt, ring 114 14.",
        "Använd webbläsarens anonyma läge när du läser.",
        "Cookies hjälper oss att samla anonym statistik om hur du använder sidan.",
        "Vi tillämpar anonym rekrytering när du söker jobb hos oss.",
    ],
)
def test_anonymity_in_another_matter_is_not_found(text):
    found = verdict("W6", text)
    assert found.state is State.NOT_FOUND
    assert found.reason in ("another-matter", "no-term")


@pytest.mark.parametrize(
    "text",
    [
        "# Felanmälan\nDu kan vara anonym.",
        "# Orosanmälan\nRing oss. Du kan vara anonym som privatperson.",
    ],
)
def test_anonymity_under_a_heading_of_another_matter_is_not_found(text):
    assert verdict("W6", text).reason == "another-matter"
    assert verdict("W6", text.partition("\n")[2], title=text.partition("\n")[0][2:]).reason == "another-matter"


def test_a_question_answered_with_no_is_denied():
    found = verdict("W6", "Kan jag vara anonym när jag får stöd? Nej, vi måste veta vem du är.")
    assert (found.state, found.reason) == (State.NOT_FOUND, "negated")
    assert verdict("W6", "Kan du vara anonym? Ja.").state is State.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Samtalet syns inte på räkningen och du kan vara anonym.",
        "Vi för ingen journal, du kan vara anonym.",
        "Du behöver ingen remiss och du behöver inte uppge ditt namn.",
    ],
)
def test_a_negation_of_something_else_denies_no_anonymity(text):
    assert verdict("W6", text).state is State.FOUND


def test_the_word_alone_is_unclear():
    found = verdict("W6", "Anonymitet är viktigt i ett öppet samhälle.")
    assert (found.state, found.reason) == (State.UNCLEAR, "word-alone")


def test_you_in_another_sentence_does_not_help_the_word():
    assert verdict("W6", "Anonymitet. Du är välkommen.").reason == "word-alone"


@pytest.mark.parametrize("text", ["Du kan inte vara anonym.", "Det går tyvärr inte att få stöd anonymt hos oss."])
def test_a_denied_anonymity_is_not_found_and_shown(text):
    found = verdict("W6", text)
    assert (found.state, found.reason, found.quote) == (State.NOT_FOUND, "negated", text)


def test_anonymity_outside_the_content_is_unclear():
    assert verdict("W6", "{footer} Du kan vara anonym.").reason == "outside-content"


def test_anonymity_on_a_news_page_is_not_found():
    assert verdict("W6", "Du kan vara anonym.", kind="news").reason == "not-guidance"


@pytest.mark.parametrize(
    "text",
    [
        "Exempelkommuns kvinnojour, 08-555 01 23.",
        "Ring Kvinnojouren Lyktan på 0550-55 01 23.",
        "Kvinnojouren Lyktan: hej@lyktan.test",
        "Kvinnojouren Lyktan har en chatt varje kväll.",
        "[Kvinnojouren Lyktan](https://www.lyktan.test/)",
        "Kvinnojouren Lyktan, www.lyktan.test",
        "Ring kvinnojouren på 08-555 01 23.",
    ],
)
def test_a_named_shelter_with_a_way_to_it_in_the_same_block_is_found(text):
    found = verdict("W7", text)
    assert (found.state, found.reason) == (State.FOUND, "reachable")
    assert found.value


def test_the_way_may_stand_in_the_same_section():
    assert verdict("W7", "# Jourer\nKvinnojouren Lyktan\nTelefon: 08-555 01 23").state is State.FOUND


def test_a_way_in_another_section_is_none():
    found = verdict("W7", "# Jourer\nKvinnojouren Lyktan\n# Kommunen\nTelefon: 08-555 01 23")
    assert (found.state, found.reason, found.value) == (State.UNCLEAR, "not-reachable", ("Kvinnojouren Lyktan",))


@pytest.mark.parametrize("zone", ["footer", "aside", "folded", "main"])
def test_a_shelter_may_stand_in_any_zone_that_is_seen(zone):
    assert verdict("W7", f"{{{zone}}} Kvinnojouren Lyktan, 08-555 01 23").state is State.FOUND


@pytest.mark.parametrize("zone", ["hidden", "nav"])
def test_a_shelter_in_hidden_text_or_a_menu_is_not_found(zone):
    assert verdict("W7", f"{{{zone}}} Kvinnojouren Lyktan, 08-555 01 23").state is State.NOT_FOUND


def test_an_unnamed_shelter_is_unclear():
    found = verdict("W7", "Det finns en kvinnojour att kontakta, fråga oss.")
    assert (found.state, found.reason) == (State.UNCLEAR, "unnamed")


@pytest.mark.parametrize("text", ["Ring socialjouren på 08-555 01 23.", "Brottsofferjouren, 08-555 01 23."])
def test_other_services_on_call_are_no_shelters(text):
    assert verdict("W7", text).state is State.NOT_FOUND


def test_112_and_times_are_no_way_to_a_shelter():
    assert verdict("W7", "Kvinnojouren Lyktan. Vid fara ring 112.").reason == "not-reachable"
    assert verdict("W7", "Kvinnojouren Lyktan har öppet 08.00-16.00.").reason == "not-reachable"


def test_the_switchboards_number_is_no_way_to_a_shelter():
    text = "Vi samarbetar med Kvinnojouren Lyktan. Ring växeln på 08-555 01 23."
    assert verdict("W7", text).reason == "not-reachable"


def test_a_number_left_open_is_a_number():
    assert verdict("W7", "Kvinnojouren Lyktan, 0XX-555 01 23.").state is State.FOUND


def test_a_shelter_on_a_news_page_is_not_found():
    assert verdict("W7", "Kvinnojouren Lyktan, 08-555 01 23", kind="news").reason == "not-guidance"
