"""Which words of a text are quantities. Sentences are our own; expected spans stand after the bar."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.quantifiers import find_quantifiers, known_phrases
from bredvid.figures.vague import VAGUE
from bredvid.figures.words import words


def found(text: str, lang: str = "sv") -> list[str]:
    """The words found in the text."""
    return [span.text for span in find_quantifiers(text, lang)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hon kan få stöd.",
        "Du har rätt att få hjälp.",
        "Alla kvinnor ska få stöd utan att bli dömda.",
        "Kvinnor och tjejer behöver få skydd.",
        "Få stöd nära dig.",
        "Få hjälp i dag!",
        "Kommunen måste få veta vad som behövs.",
        "Hon får stöd av jouren.",
        "Hon fick hjälp och har fått ett rum.",
        "Här kan du få svar på dina frågor.",
        "För att få insatser krävs ingen anmälan.",
        "Det kan få konsekvenser för henne.",
        "Socialtjänsten vill få kommuner att samarbeta.",
        "Jouren försöker få kvinnor att känna sig trygga.",
        "Hon vill bara få vara i fred.",
        "Så kan socialsekreterare få utbildning.",
        "Det är viktigt att flickor ska få tillgång till vård.",
        "Hon ska söka och få stöd.",
        "Att inte få hjälp är en kränkning.",
        "Vi hoppas få resurser till arbetet.",
        "Hon borde genast få komma till tals.",
        "Den som vill kan anonymt få samtal.",
        "Hjälpen hon kan få av kommunen varierar.",
        "Barn brukar få frågor om skolan.",
    ],
)
def test_the_verb_is_no_quantity(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Få kommuner svarade.", ["Få"]),
        ("Bara få kommuner har ett program.", ["få"]),
        ("Mycket få nämner pornografi.", ["Mycket få"]),
        ("Några få kommuner uppger det.", ["Några få"]),
        ("Få av kommunerna vet.", ["Få"]),
        ("Det visar att få kommuner kan svara.", ["få"]),
        ("I dag kan få kommuner svara på frågan.", ["få"]),
        ("Att få kvinnor uppger detta är känt.", ["få"]),
        ("De berättar att få eller inga kvinnor har kommit.", ["få", "inga"]),
        ("Få som svarade kunde räkna.", ["Få"]),
        ("Få nämner pornografi.", ["Få"]),
        ("Programmen är mycket få.", ["mycket få"]),
        ("De som svarade är få.", ["få"]),
        ("Ett fåtal har det.", ["Ett fåtal"]),
        ("Alltför få socialsekreterare har kunskap.", ["Alltför få"]),
        ("Få insatser är riktade.", ["Få"]),
    ],
)
def test_few_is_a_quantity(sentence, expected):
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "En kommun i norr har ett program.",
        "Ett stöd som en kvinna kan lita på.",
        "Under en lång tid.",
        "Över en natt.",
        "Män köper sex.",
        "Sex mot ersättning är våld.",
        "Han köper sex av kvinnor.",
        "Hon utsattes för sex mot sin vilja.",
        "Alla kvinnor har rätt till stöd.",
        "Varje kvinna är värd respekt.",
        "Ingen anmälan behövs.",
        "Det finns inga krav.",
        "Hur många det gäller är okänt.",
        "Kommunerna har inte några särskilda insatser.",
        "Frågan Q2 ställdes.",
    ],
)
def test_articles_and_other_look_alikes_are_no_quantities(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sexton kommuner samarbetar.", ["Sexton"]),
        ("Sex kommuner svarade.", ["Sex"]),
        ("De köpte inget, och sex av kommunerna sade nej.", ["sex"]),
        ("Endast en kommun.", ["en"]),
        ("En enda kommun.", ["En"]),
        ("En av kommunerna hänvisar till jouren.", ["En"]),
        ("Minst en kommun.", ["Minst en"]),
        ("Det är mer än nio av tio.", ["mer än nio av tio"]),
        ("Nästan hälften, 46,6 procent, gör inget.", ["Nästan hälften", "46,6 procent"]),
        ("Drygt två tredjedelar.", ["Drygt två tredjedelar"]),
        ("Var fjärde kommun svarade.", ["Var fjärde"]),
        ("Cirka 5\N{NO-BREAK SPACE}% har det.", ["Cirka 5\N{NO-BREAK SPACE}%"]),
        ("De var 9\N{NO-BREAK SPACE}000 eller 9 000.", ["9\N{NO-BREAK SPACE}000", "9 000"]),
        ("Mellan 15 och 30, eller 0–5.", ["Mellan 15 och 30", "0–5"]),
        ("Under 2024 var det över 261 personer.", ["2024", "över 261"]),
        ("Under tre år.", ["tre"]),
        ("Det gäller 4 av 73.", ["4 av 73"]),
        ("Tvåhundranittio kommuner tillfrågades.", ["Tvåhundranittio"]),
        ("Två miljarder visningar och 2 miljoner bilder.", ["Två miljarder", "2 miljoner"]),
        ("6 kap. 11 § brottsbalken", ["6", "11"]),
        ("Majoriteten av kommunerna.", ["Majoriteten"]),
        ("En klar majoritet svarade nej.", ["En klar majoritet"]),
        ("En överväldigande majoritet.", ["En överväldigande majoritet"]),
        ("Samtliga kommuner.", ["Samtliga"]),
        ("Alla 290 kommuner.", ["Alla", "290"]),
        ("Inte alla kommuner.", ["Inte alla"]),
        ("Nästan ingen kommun nämner det.", ["Nästan ingen"]),
        ("Ingen av de svarande kommunerna.", ["Ingen"]),
        ("Ingen kommun nämner en jour.", ["Ingen"]),
        ("Inga svenska kommuner.", ["Inga"]),
        ("Några uppger också att de har kampanjer.", ["Några"]),
        ("Många kvinnor söker inte hjälp.", ["Många"]),
        ("De flesta är generella.", ["De flesta"]),
        ("Flera kommuner saknar statistik.", ["Flera"]),
        ("Hundratals kvinnor.", ["Hundratals"]),
        ("Varannan kommun.", ["Varannan"]),
        ("Där ingen använder ordet.", ["ingen"]),
        ("En del kommuner berättar om inga eller mycket få kvinnor.", ["En del", "inga", "mycket få"]),
        ("En del i arbetet är en del av planen.", []),
    ],
)
def test_swedish_quantities_are_found(sentence, expected):
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine in ten municipalities.", ["Nine in ten"]),
        ("More than 90% of them.", ["More than 90%"]),
        ("More than nine out of ten.", ["More than nine out of ten"]),
        ("Almost no municipality mentions it.", ["Almost no"]),
        ("No municipality named a shelter.", ["No"]),
        ("No report is needed.", []),
        ("A few, very few, and a handful.", ["A few", "very few", "a handful"]),
        ("Two-thirds, a quarter and one in four.", ["Two-thirds", "a quarter", "one in four"]),
        ("No request to a third party.", []),
        ("One can write without a name.", []),
        ("No one has to tell.", []),
        ("Only one municipality.", ["one"]),
        ("One of the municipalities.", ["One"]),
        ("All women have a right to support.", []),
        ("All 290 municipalities were asked.", ["All", "290"]),
        ("Not all municipalities answered.", ["Not all"]),
        ("How many they are is unknown.", []),
        ("The vast majority; most municipalities; the most important thing.", ["The vast majority", "most"]),
        ("Seventy-three answered, 9,000 reports.", ["Seventy-three", "9,000"]),
        ("Two hundred and ninety were asked.", ["Two hundred and ninety"]),
        ("Between 15 and 30.", ["Between 15 and 30"]),
        ("Some municipalities, and some of them, said so.", ["Some", "some"]),
    ],
)
def test_english_quantities_are_found(sentence, expected):
    assert found(sentence, "en") == expected


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_known_phrase_is_found_whole(lang):
    unit = {"sv": "kommuner", "en": "municipalities"}[lang]
    for phrase in [*known_phrases(lang), *VAGUE[lang]]:
        assert found(f"{phrase.capitalize()} {unit} svarade", lang) == [phrase.capitalize()]


@given(st.integers(2, 999).filter(lambda n: n != 6), st.sampled_from(["sv", "en"]))
def test_every_number_in_words_is_found_whole(number, lang):
    assert found(f"Det var {words(number, lang)}.", lang) == [words(number, lang)]


@given(st.text(alphabet="få enstvåasex 0123456789.,%–-\n"), st.sampled_from(["sv", "en"]))
def test_spans_point_at_their_words_in_order_and_never_overlap(text, lang):
    spans = find_quantifiers(text, lang)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(alphabet="få enstvåasex 0123456789.,%–-\n"))
def test_every_digit_that_stands_free_is_found(text):
    covered = {i for span in find_quantifiers(text, "sv") for i in range(span.start, span.end)}
    for i, sign in enumerate(text):
        if sign.isdigit() and (i == 0 or not text[i - 1].isalnum()):
            assert i in covered


@pytest.mark.parametrize(
    ("text", "kind"), [("sexton", "count"), ("nio av tio", "share"), ("5 procent", "share"), ("många", "quantifier")]
)
def test_a_span_tells_its_kind(text, kind):
    assert [span.kind for span in find_quantifiers(text, "sv")] == [kind]
