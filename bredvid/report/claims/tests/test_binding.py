"""A binding becomes what its figure says, or stops the build."""

import pytest

from bredvid.report.blocks.tree import List, Paragraph, Quotation, Quoted, Spans, Value, plain
from bredvid.report.claims.tests.makers import composed, messages

NBSP = "\N{NO-BREAK SPACE}"


def spans(body: str, **kwargs) -> Spans:
    """The spans of a text that is one paragraph without faults."""
    result = composed(body, **kwargs)
    assert result.problems == ()
    (block,) = result.chapter.blocks
    assert isinstance(block, Paragraph)
    return block.spans


def written(body: str, **kwargs) -> str:
    return plain(spans(body, **kwargs))


@pytest.mark.parametrize(
    ("binding", "text"),
    [
        ("[[q2.nej|of]]", "66 av 73"),
        ("[[q2.nej|valid]]", "66 av 70"),
        ("[[q2.nej]] av [[base.answered]]", "66 av 73"),
        ("[[q2.nej|percent]] av [[base.answered]]", f"90,4{NBSP}% av 73"),
        ("[[q2.nej|words]] av [[base.answered|words]]", "sextiosex av sjuttiotre"),
        ("[[q3.samarbeten|Words]] av [[base.answered]]", "Sexton av 73"),
        ("[[q2.nej|interval]]", "240–276 av 290"),
        ("[[q2.nej|bounds]]", "66–286 av 290"),
        ("[[q2.unaccounted]]", "3"),
        ("[[q2.accounted]]", "70"),
        ("[[base.silent]]", "217"),
        ("[[base.frame|All]]", "Alla 290"),
        ("[[sum q4.god q4.viss|of]]", "56 av 73"),
        ("[[fact:law]]", "1999"),
        ("[[fact:law|text]]", "lagen kom"),
        ("[[count recommendations|words]]", "sju"),
        ("[[label q8.0-5]]", "0–5"),
        ("[[2025.q2.nej|of]]", "66 av 73"),
    ],
)
def test_a_binding_is_written_as_asked(binding, text):
    assert written(binding) == text


def test_english_has_its_own_forms():
    assert written("[[q2.nej|percent]] of [[base.answered]]", language="en") == "90.4% of 73"
    assert written("[[q2.nej|of]]", language="en") == "66 of 73"


def test_a_value_knows_the_figure_and_the_question_behind_it():
    assert spans("[[q2.nej|of]]") == (Value("66 av 73", ("2025.q2.nej",), "q2", "nej", based=True),)


def test_words_without_a_count_stay_words():
    assert written("Svaret: [[verbal q6.nej]]") == "Svaret: majoriteten (antal ej redovisat)"
    assert isinstance(spans("Svaret: [[verbal q6.nej]]")[1], Quoted)
    assert any("only the words" in fault for fault in messages("[[q6.nej|of]]"))
    assert any("only the words" in fault for fault in messages('[[says q6.nej: "de flesta"]]'))


def test_a_fact_carries_its_source_and_whether_it_is_checked():
    (fact,) = spans("[[fact:law]]")
    assert isinstance(fact, Value)
    assert fact.note == "Källa: Rapporten, rad 359 (ska kontrolleras)."


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[[q2.nope|of]]", "did you mean"),
        ("[[q2.nej|loud]]", "is no format"),
        ("[[base.everybody]]", "a round has base."),
        ("[[base.answered|all]]", "is no format"),
        ("[[fact:lag]]", "did you mean law"),
        ("[[label q8.0]]", "no answer q8.0 (did you mean q8.0-5?)"),
        ("[[count windows]]", "does not count windows"),
        ("[[q2 nej]]", "more than one figure"),
        ("[[?]]", "is no binding"),
        ("[[sum q3.ingen q3.fragar|of]]", "counted twice"),
        ("[[sum q2.nej q4.viss|of]]", "of one question"),
        ("[[sum q2.nej q2.nej|of]]", "of different options"),
        ('[[largest q4.god: "vanligast"]]', "does not hold"),
        ("{{drawing q2}}", "is no block"),
        ("Text {{figure q2}}", "a line of its own"),
        ("# Rubrik", "headings in a chapter"),
        ("> Ord utan källa", "a quotation is marked"),
        ("- a\n  - b", "a list stands alone"),
    ],
)
def test_what_cannot_be_kept_stops_the_build(body, reason):
    assert any(reason in fault for fault in messages(f"{body}\n"))


def test_the_largest_answer_may_be_called_so():
    assert written('[[largest q4.viss: "vanligast"]]') == "vanligast"


def test_markdown_becomes_blocks():
    blocks = composed('- **a**\n- [b](/ord/)\n\n> [[quote 948-950: "Vi köper"]]\n\n{{ledger}}\n').chapter.blocks
    assert [type(block).__name__ for block in blocks] == ["List", "Quotation", "Note"]
    assert isinstance(blocks[0], List)
    assert isinstance(blocks[1], Quotation)
    assert blocks[1].source == "Rad 948–950"


def test_a_binding_may_be_written_over_two_lines():
    text = 'Så [[says q2.nej: "mer än nio\nav tio"]].\n'
    assert written(text) == "Så mer än nio av tio."
    result = composed(f"{text}\n{{{{nothing}}}}\n")
    assert str(result.problems[0]).startswith("2025/sv/01-text.md:8:1: ")


@pytest.mark.parametrize("binding", ["[[q3.ingen|valid]]", "[[q3.ingen|valid-percent]] av [[base.answered]]"])
def test_a_base_that_is_assumed_is_not_written(binding):
    assert any("exclude each other" in fault for fault in messages(binding))


@pytest.mark.parametrize("part", ["accounted", "unaccounted"])
def test_how_many_are_accounted_for_is_not_written_where_answers_may_overlap(part):
    assert any("is not known" in fault for fault in messages(f"[[q3.{part}]]"))
