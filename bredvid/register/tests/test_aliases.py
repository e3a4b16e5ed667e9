"""Aliases: calm words, the same for ever and in both languages, told apart also when heard badly."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest
from django.utils.translation import override
from hypothesis import given, strategies as st

from bredvid.register.rules import aliases
from bredvid.register.rules.alias_words import AT_HOME, OUTDOORS

WORDS = [*OUTDOORS, *AT_HOME]
# Parts of words that hint at violence, sex, drugs, money, images or being held. Innocent words that hold one by chance
# are named below.
_HINTS = """
    slag hot våld kniv yxa vapen pistol gevär kula bomb död lik blod gift strypa snara rep galge bur boja kedja lås
    fånga slav jakt jäg rov örfil smäll storm åska eld brand sax nål såg hammare
    sex naken kropp bröst rumpa stjärt fitt kuk snopp bh trosa kyss älsk samlag hora bordell strip porr docka säng lakan
    mus katt kanin bäver tupp höna torsk sugar
    drog knark hasch hampa vallmo opium sprit vin öl snus cigarett rök pipa piller tablett pulver spruta snö
    pengar mynt slant guld silver diamant lön skuld köp sälj pris kassa bank betal
    kamera film bild foto mobil telefon dator skärm
    hallick gubbe herre karl pojke man kung polis domare
"""
BY_CHANCE = {
    "snö": {"snödroppe", "nysnö"},
    "kung": {"kungsfågel", "kungsljus"},
    "vin": {"vinbär", "svartvinbär", "vintersol", "blåvinge", "medvind", "sommarvind", "västanvind"},
    "man": {"mannagryn"},
    "mus": {"muskot"},
    "lik": {"basilika"},
    "bur": {"kakburk", "färgburk"},
    "lås": {"blåsippa"},
    "eld": {"kaveldun"},
    "lön": {"lönnfrö", "lönnlöv"},
    "öl": {"mjölkört", "mjölon", "rölleka", "fåtölj", "vetemjöl", "läsfåtölj"},
    "mask": {"symaskin"},
    "våg": {"vågskvalp"},
}  # fmt: skip
# Parts of words that sting or frighten when the alias is said aloud to her: what somebody is called to hurt her, a body
# found fault with, slang for body and sex, a beating, a game of death.
_STINGS = """
    blåval gädda horn padda skata kråka lämmel svans fikus turk fisk flundra blåmes troll
    strykbräda pannkaka glasfigur timglas apelsin tunna hushållsvåg talg lukt
    ollon säd fikon näck häck gren buske flöjt munspel ballong gummi bulle våffl fitt gök scone muff glob balkong
    stryk örfil öring hänga häng smyg skrik syra stake boj mask tåg knä
    dörrmatta disktrasa trasmatta korkmatta lapp kratta hora por fack gurk kok
    deg lax socker vanilj ananas
"""

_NAMES = """
    anna eva maria karin sara lena kristina emma birgitta ingrid malin marie elin jenny johanna ulla hanna linnea linnéa
    amanda ida sofia julia josefin ellen elsa alice olivia astrid saga alma ebba vera maja agnes freja wilma klara clara
    ella ester stella molly iris signe lilly nova leah tuva selma edith tyra ellie nora moa lova juni livia lo liv siv
    viola rosa rut stina maj lilja malva dahlia ros rosmarin hedvig vide embla hassel sol måne stjärna
    lars mikael anders johan erik per peter thomas karl jan daniel fredrik andreas hans stefan mats marcus mattias
    magnus jonas bengt niklas bo sven björn gustav ola leif rickard ulf göran joakim robert tommy roger linus sten stig
    örjan ask eskil love noah liam william hugo lucas adam oliver elias ludvig alexander leo vincent axel harry sixten
    andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson lindberg
    lind lindgren berg bergström bergman lundberg lund lundgren björk ek alm holm sjöberg sandberg ström dahl dal falk
    frost kvist gren blom ståhl hall strand vik bäck backe åberg engström holmgren nyström sundström hedlund
"""


def distance(one, other):
    """How many letters have to be changed, taken out or put in."""
    row = list(range(len(other) + 1))
    for first, letter in enumerate(one, 1):
        before, row[0] = row[0], first
        for second, opposite in enumerate(other, 1):
            before, row[second] = row[second], min(row[second] + 1, row[second - 1] + 1, before + (letter != opposite))
    return row[-1]


def test_there_are_words_enough_and_none_twice():
    assert len(OUTDOORS) >= 256
    assert len(AT_HOME) == aliases.STEP == 256
    assert len({aliases._fold(word) for word in WORDS}) == len(WORDS)
    assert all(re.fullmatch(r"[a-zåäöé]{3,14}", word) for word in WORDS)


def test_no_two_words_are_one_letter_apart():
    near = [(one, other) for one, other in combinations(WORDS, 2) if abs(len(one) - len(other)) < 2
            and distance(one, other) < 2]  # fmt: skip
    assert near == []


@pytest.mark.parametrize("hint", [*_HINTS.split(), *_STINGS.split()])
def test_no_word_hints_at_what_she_may_flee_or_stings_when_it_is_said_to_her(hint):
    assert {word for word in WORDS if hint in word} <= BY_CHANCE.get(hint, set())


def test_no_word_is_somebodys_name():
    assert set(WORDS) & set(_NAMES.split()) == set()


@pytest.mark.django_db
def test_no_word_is_a_municipality():
    from bredvid.places.actions import load
    from bredvid.places.models import Municipality

    load()
    municipalities = {name.casefold() for name in Municipality.objects.values_list("name", flat=True)}
    assert len(municipalities) == 290
    assert set(WORDS) & municipalities == set()


@given(st.integers(0, aliases.HOW_MANY - 1), st.booleans(), st.sampled_from([" ", "-", ", ", "  "]), st.booleans())
def test_an_alias_is_found_in_either_order_and_without_dots(alias, turned, between, plain):
    words = list(aliases.words_of(alias))
    text = between.join(reversed(words) if turned else words)
    text = text.translate(str.maketrans("åäöé", "aaoe")).upper() if plain else text
    assert aliases.found_in(text) == alias


@given(st.text(max_size=40))
def test_other_words_are_no_alias_and_no_number_of_too_many_digits(text):
    found = aliases.found_in(text)
    assert found == aliases.NONE or aliases.name_of(found)
    assert 0 <= aliases.number_in(text) < 10**9


def test_both_languages_see_the_same_words():
    with override("sv"):
        swedish = aliases.name_of(4711)
    with override("en"):
        assert aliases.name_of(4711) == swedish


@pytest.mark.parametrize("alias", [-1, aliases.HOW_MANY, aliases.NONE])
def test_a_number_beyond_the_words_is_no_alias(alias):
    with pytest.raises(ValueError, match=str(alias)):
        aliases.words_of(alias)


def test_a_drawn_alias_is_not_taken_and_there_is_an_end_to_them():
    drawn = iter([5, 5, 7])
    assert aliases.draw({5}, below=lambda _most: next(drawn)) == 7
    with pytest.raises(ValueError, match="taken"):
        aliases.draw(range(aliases.HOW_MANY))


def test_the_words_keep_their_places_for_ever():
    """A stored number must mean the same words in every later version."""
    kept = Path(__file__).with_name("alias_words_of_1.json")
    first = json.loads(kept.read_text("utf-8"))
    assert list(OUTDOORS[: len(first["outdoors"])]) == first["outdoors"]
    assert list(AT_HOME) == first["at_home"]
