"""Words of quantity that no figure can bear are found, whatever family they come from; their look-alikes are not."""

import pytest

from bredvid.figures.quantifiers import UnknownPhrase, threshold_of
from bredvid.figures.spans import find_quantifiers


@pytest.mark.parametrize(
    "words",
    [
        *("dubbelt så många", "tredubbelt", "hälften så många", "mångfalt", "fördubblats", "halverats", "dubblerats"),
        *("en stor andel", "en bråkdel", "lejonparten", "huvudparten", "en betydande del", "ett litet antal"),
        *("en handfull", "ett tjog", "ett trettiotal", "fyrtioelva", "massor av", "otaliga", "varenda", "en och annan"),
        *("så gott som ingen", "knappt någon", "nästan varje", "i princip alla", "utan undantag", "flest", "vanligast"),
        *("hundraprocentigt", "en tredjedels", "hälftens", "majoritetens", "VII", "XVI", "LXXIII", "var tionde"),
    ],
)
def test_in_swedish_they_are_found(words):
    assert [span.text for span in find_quantifiers(f"Det är {words} kommuner.", "sv")] == [words]


@pytest.mark.parametrize(
    "words",
    [
        *("twice as many", "threefold", "ten-fold", "doubled", "halved", "thrice", "a large proportion"),
        *("a small fraction", "the lion's share", "a dozen", "scores of", "a pair of", "countless", "lots of"),
        *("scarcely any", "almost every", "without exception", "most common", "fewest", "every tenth", "VII"),
    ],
)
def test_in_english_they_are_found(words):
    assert [span.text for span in find_quantifiers(f"It was {words} municipalities.", "en")] == [words]


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("Det är inte samma sak som en andel av alla.", "sv"),
        ("Båda sakerna stämmer, och frågan ställdes till båda.", "sv"),
        ("Frågor om IFO och VIR, i Göteborg och på CD.", "sv"),
        ("Det finns inte en dag att förlora.", "sv"),
        ("Mycket hänger på den enskilda. Minst av allt hennes skuld.", "sv"),
        ("Hon bär en dubbel börda.", "sv"),
        ("Both may be true. No one has to tell her name.", "en"),
        ("Much of it can be begun without new money.", "en"),
        ("A fraction is not a share of all.", "en"),
    ],
)
def test_their_look_alikes_are_not(sentence, lang):
    assert [span.text for span in find_quantifiers(sentence, lang) if span.text != "alla"] == []


@pytest.mark.parametrize(
    ("sentence", "word"), [("Av kommunerna svarade alla nej.", "alla"), ("Till oss säger ingen ja.", "ingen")]
)
def test_who_says_something_is_found_after_the_verb_too(sentence, word):
    assert [span.text for span in find_quantifiers(sentence, "sv")] == [word]


@pytest.mark.parametrize("words", ["lejonparten", "dubbelt så många", "ett tjog", "VII"])
def test_no_figure_bears_them(words):
    with pytest.raises(UnknownPhrase):
        threshold_of(words, "sv")
