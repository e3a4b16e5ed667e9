"""The list that is used, seen as a whole: no slip makes one thing into another."""

from dataclasses import replace
from string import ascii_lowercase

import pytest

from bredvid.room.shopping.amounts import candidates
from bredvid.room.shopping.canonical import ITEMS
from bredvid.room.shopping.distance import distance
from bredvid.room.shopping.folding import fold
from bredvid.room.shopping.linter import faults_of
from bredvid.room.shopping.loading import read_list_file, shopping_list
from bredvid.room.shopping.reading import Answer, Reader
from bredvid.room.shopping.shape import BadListError

THE_LIST = shopping_list()
READER = Reader(THE_LIST)
OWNER = {fold(form): item.index for item in THE_LIST.items for form in item.all_forms()}


def neighbours(form):
    for at in range(len(form) + 1):
        before, after = form[:at], form[at:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for sign in ascii_lowercase + " ":
            yield before + sign + after
            yield before + sign + after[1:]


def with_item(place, **changes):
    items = list(THE_LIST.items)
    items[place] = replace(items[place], **changes)
    return replace(THE_LIST, items=tuple(items))


def faults_with_form(place, form):
    forms = THE_LIST.items[place].forms
    return faults_of(with_item(place, forms={**forms, "sv": (*forms["sv"], form)}))


def test_the_list_has_no_fault():
    assert faults_of(THE_LIST) == []
    assert len(THE_LIST.items) == ITEMS


def test_every_form_of_every_item_is_read_as_its_item():
    read = {form: READER.piece(form) for item in THE_LIST.items for form in item.all_forms()}
    assert {form: piece.item for form, piece in read.items()} == {form: OWNER[fold(form)] for form in read}
    assert {piece.answer for piece in read.values()} == {Answer.ITEM}


def test_no_slip_makes_a_form_silently_into_another_item():
    # Every insertion, deletion, substitution and swap in every form: some two million lines. Only the exact look-up
    # can be silent, and it is the reader's own: the first of the possibilities that is a form.
    wrong = []
    for form, owner in OWNER.items():
        for line in neighbours(form):
            found = next((OWNER[one] for one in possibilities(line) if one in OWNER), owner)
            if found != owner:
                wrong.append((form, line))
    assert wrong == []


def possibilities(line):
    first, _, rest = line.strip().partition(" ")
    return candidates(line, THE_LIST.amounts) if rest and THE_LIST.amounts.is_amount(first) else [fold_spaces(line)]


def fold_spaces(line):
    return " ".join(line.split())


def test_forms_of_different_items_are_two_edits_apart_by_brute_force():
    # A sample of every seventh form against all of similar length, with the plain table of distances.
    forms = sorted(OWNER)
    for one in forms[::7]:
        for other in forms:
            if OWNER[one] != OWNER[other] and abs(len(one) - len(other)) < 2 and set(one) & set(other):
                assert len(set(one) ^ set(other)) > 4 or distance(one, other) >= 2, (one, other)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("milk", "belongs to"),
        ("milks", "is one edit from"),
        ("två", "taken for an amount"),
        ("te", "shorter than 3"),
        ("salt och peppar", "parts two items"),
        ("500 gram smör", "only letters"),
        ("rödvin", "which no item may"),
        ("parmilk", "one edit from 'par milk'"),
        ("äpple", "stands twice in sv"),
    ],
)
def test_the_linter_says_what_is_wrong_with_a_form(form, words):
    place = 0 if "twice" in words else 300
    assert any(words in fault for fault in faults_with_form(place, form))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"index": 7}, "has index 7 at place 300"),
        ({"id": "Two Words"}, "an id has small letters"),
        ({"id": THE_LIST.items[0].id}, "two items have this id"),
        ({"group": "weapons"}, "there is no group"),
        ({"forms": {"sv": (), "en": ("windmill",)}}, "has no name in sv"),
    ],
)
def test_the_linter_says_what_is_wrong_with_an_item(changes, words):
    assert any(words in fault for fault in faults_of(with_item(300, **changes)))


def test_the_linter_counts_items_and_knows_its_version():
    shorter = replace(THE_LIST, items=THE_LIST.items[:-1], version=2)
    assert [fault for fault in faults_of(shorter) if "version 2" in fault]
    assert [fault for fault in faults_of(shorter) if "639 items" in fault]


def test_the_linter_wants_groups_named_in_both_languages():
    faults = faults_of(replace(THE_LIST, groups={**THE_LIST.groups, "fruit": {"sv": "frukt"}}))
    assert faults == ["group fruit: has no name in en."]


@pytest.mark.parametrize("text", ["version = ", "version = 1", "version = 1\nitems = [1]\nnever = []\ngroups = {}"])
def test_a_file_that_is_no_list_is_refused_in_one_line(text):
    with pytest.raises(BadListError, match="cannot be read as a list"):
        read_list_file(text)
