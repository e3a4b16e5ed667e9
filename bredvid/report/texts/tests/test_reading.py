"""A fault in a file of texts is told in one line: which file, which entry, what to mend."""

import pytest

from bredvid.report.texts.entries import Fact, Form, Law, Method
from bredvid.report.texts.lines import parse_lines
from bredvid.report.texts.reading import TextsError, parse

METHOD = """
[[method]]
code = "bredvid"
name_sv = "Stå bredvid"
name_en = "Stand beside"
text_sv = "Hon bestämmer vägen."
text_en = "She decides the way."
lines = "309-312"
"""


def test_a_whole_entry_is_read_and_said_in_either_language():
    (method,) = parse(METHOD, "method", Method)
    assert (method.said("sv").name, method.said("en").name, method.said("en").lines) == (
        "Stå bredvid",
        "Stand beside",
        "309-312",
    )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("name_en =", "name_no ="), r"methods\.toml: entry 1 \(bredvid\): unknown name_no"),
        (('text_en = "She decides the way."\n', ""), r"missing text_en"),
        (('"Hon bestämmer vägen."', '""'), r"text_sv is empty"),
        (('"Hon bestämmer vägen."', "7"), r"text_sv cannot be 7"),
        (('"309-312"', '"309-1020"'), r"309-1020 is not within 1-1019"),
        (('"309-312"', '""'), r'write "130" or'),
        (("[[method]]", "[[metod]]"), r"expected \[\[method\]\] entries"),
        (('"309-312"', '"309-312'), r"methods\.toml: "),
    ],
)
def test_a_fault_is_named_with_its_file_and_entry(change, complaint):
    faulty = METHOD.replace(*change)
    assert faulty != METHOD
    with pytest.raises(TextsError, match=complaint):
        parse(faulty, "method", Method, "methods.toml")


def test_the_same_code_cannot_stand_twice():
    with pytest.raises(TextsError, match='"bredvid" stands twice'):
        parse(METHOD + METHOD, "method", Method)


def test_a_kind_that_does_not_exist_is_refused():
    form = METHOD.replace("[[method]]", '[[form]]\nkind = "hobby"')
    with pytest.raises(TextsError, match="hobby"):
        parse(form, "form", Form)


@pytest.mark.parametrize(
    ("status", "complaint"),
    [('status = "checked"', "against what"), ('status = "to_check"', "what to look at"), ('status = "maybe"', "maybe")],
)
def test_a_law_cannot_be_called_checked_without_saying_against_what(status, complaint):
    law = METHOD.replace("[[method]]", f'[[law]]\nkind = "law"\n{status}')
    with pytest.raises(TextsError, match=complaint):
        parse(law, "law", Law)


def test_a_criticism_says_whose_it_is():
    law = METHOD.replace(
        "[[method]]", '[[law]]\nkind = "criticism"\nstatus = "to_check"\nnote_sv = "Läs."\nnote_en = "Read."'
    )
    with pytest.raises(TextsError, match="by_sv"):
        parse(law, "law", Law)


def test_only_a_fact_may_have_another_source_than_the_report():
    fact = """
[[fact]]
key = "lan.antal"
value_sv = "21"
number = 21
text_sv = "Sverige har 21 län."
text_en = "Sweden has 21 counties."
source_sv = "SCB"
source_en = "Statistics Sweden"
lines = ""
status = "checked"
checked_against_sv = "SCB"
checked_against_en = "Statistics Sweden"
"""
    (read,) = parse(fact, "fact", Fact)
    assert (read.lines, read.text("value", "en")) == ("", "21")


def test_lines_are_read_as_ranges():
    assert parse_lines("130, 144-145") == ((130, 130), (144, 145))


@pytest.mark.parametrize("lines", ["", "0", "12-11", "130,144", "145, 144", "130-145, 145", "1020", "L130", "1–2"])
def test_lines_that_are_not_rising_ranges_are_refused(lines):
    with pytest.raises(ValueError, match="lines"):
        parse_lines(lines)


def test_a_language_that_is_not_ours_is_refused():
    (method,) = parse(METHOD, "method", Method)
    with pytest.raises(ValueError, match='"fi"'):
        method.text("name", "fi")
