"""Every string has its Swedish: collecting keeps what is translated, and the check finds what is amiss."""

import os

import pytest

from bredvid.config import catalogues, swedish
from bredvid.config.messages import Key

TEMPLATE = """
    {% load i18n %}<h1>{% translate "Support" %}</h1>
  {% if found %}
        <p title="{% translate 'May' context 'month' %}">it's "unbalanced (</p>
      {% blocktranslate count n=found trimmed %}One
         shelter{% plural %}{{ n }} shelters{% endblocktranslate %}
  {% endif %} {{ _("Write") }} {% translate "5 % of them" %}
"""
CODE = """
from django.utils.translation import gettext_lazy as _, ngettext
WORDS = _("Words")
def count(n):
    return ngettext("%(n)s day", "%(n)s days", n)
"""
STRINGS = {"Support", "May", "One shelter", "Write", "5 %% of them", "Words", "%(n)s day"}


@pytest.fixture
def room(tmp_path):
    """A room with one template and one module."""
    folder = tmp_path / "house" / "hall"
    (folder / "templates" / "hall").mkdir(parents=True)
    (folder / "templates" / "hall" / "page.html").write_text(TEMPLATE)
    (folder / "words.py").write_text(CODE)
    return folder


def translate(room, english: str, swedish_words: str) -> None:
    path = swedish.catalogue_path(room)
    before = path.read_text()
    after = before.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{swedish_words}"')
    assert after != before
    path.write_text(after)


def test_every_string_of_templates_and_code_is_collected(room):
    missing = swedish.update(room)
    assert {key.singular for key in missing} == STRINGS
    assert Key("May", context="month") in missing


def test_a_translated_string_keeps_its_swedish(room):
    # Given a catalogue with one string translated
    swedish.update(room)
    translate(room, "Support", "Stöd")
    # When the strings are collected again
    missing = swedish.update(room)
    # Then it is still there
    assert Key("Support") not in missing
    assert swedish.read(room)[Key("Support")].string == "Stöd"


def test_collecting_twice_changes_nothing(room):
    swedish.update(room)
    before = swedish.catalogue_path(room).read_bytes()
    swedish.update(room)
    assert swedish.catalogue_path(room).read_bytes() == before


def test_a_moved_line_changes_nothing(room):
    swedish.update(room)
    before = swedish.catalogue_path(room).read_bytes()
    (room / "words.py").write_text("\n\n\n" + CODE)
    swedish.update(room)
    assert swedish.catalogue_path(room).read_bytes() == before


def test_a_string_without_swedish_is_named_with_its_file(room):
    assert "hall: no Swedish for 'Words' (house/hall/words.py)" in swedish.problems([room])


def test_a_string_that_is_no_longer_shown_is_named(room):
    swedish.update(room)
    (room / "words.py").unlink()
    assert "hall: 'Words' is translated but no longer shown" in swedish.problems([room])


def test_a_guess_is_named(room):
    swedish.update(room)
    path = swedish.catalogue_path(room)
    path.write_text(path.read_text().replace('msgid "Write"\nmsgstr ""', '#, fuzzy\nmsgid "Write"\nmsgstr "Skriv"'))
    assert "hall: 'Write' is marked as a guess (fuzzy)" in swedish.problems([room])


def test_a_lost_placeholder_is_named(room):
    (room / "words.py").write_text('from x import gettext\nA = gettext("%(n)s of %(all)s")\n')
    swedish.update(room)
    translate(room, "%(n)s of %(all)s", "%(n)s av alla")
    assert "hall: the placeholders of '%(n)s of %(all)s' and its Swedish differ" in swedish.problems([room])


def test_one_string_with_two_translations_in_two_rooms_is_named(room):
    # Given two rooms that show the same string
    other = room.parent / "yard"
    other.mkdir()
    (other / "words.py").write_text(CODE)
    for folder, words in ((room, "Ord"), (other, "Orden")):
        swedish.update(folder)
        translate(folder, "Words", words)
    # When they translate it differently, then that is named: Django would show one of them in both
    assert "'Words' is 'Ord' in hall and 'Orden' in yard" in swedish.problems([room, other])


def test_a_catalogue_is_built_when_it_is_missing_and_when_it_is_older(room):
    swedish.update(room)
    package = room.parent
    # Given a catalogue nobody has built
    [po] = catalogues.stale(package)
    # When it is built, it is no longer due
    catalogues.build(po)
    assert catalogues.stale(package) == []
    # Until somebody writes in it
    newer = po.with_suffix(".mo").stat().st_mtime + 10
    os.utime(po, (newer, newer))
    assert catalogues.stale(package) == [po]
