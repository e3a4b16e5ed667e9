"""A number that nobody computed stops the build, wherever it hides."""

import pytest

from bredvid.report.blocks.tree import List, plain
from bredvid.report.claims.tests.makers import composed, messages


@pytest.mark.parametrize(
    "words",
    [
        "66",
        "sexton",
        "nio av tio",
        "90 procent",
        "hälften",
        "De flesta",
        "**sex**ton",
        "½",
        "②",
        "ett fåtal",
        "ni&shy;o"[:2] + "\u00ado",
    ],
)
def test_a_number_or_quantifier_in_plain_text_is_a_fault(words):
    assert messages(f"Av kommunerna sade {words} kommuner nej.\n")


@pytest.mark.parametrize("words", ["sixteen", "nine in ten", "most", "half", "a few", "twenty-one"])
def test_english_numbers_are_found_too(words):
    assert messages(f"Of those that answered {words} municipalities said no.\n", language="en")


@pytest.mark.parametrize(
    "body",
    [
        "## Sexton kommuner\n",
        "- nej: 66\n",
        "Läs [mer om sexton kommuner](/fragor/q2/).\n",
        "> Sexton kommuner samarbetar.\n",
        "Nej, sade ”66 kommuner”.\n",
    ],
)
def test_headings_lists_links_and_bare_quotation_marks_hide_nothing(body):
    assert messages(body)


def test_a_title_is_read_too():
    (fault,) = messages("Text.\n", title="Sexton kommuner")
    assert fault.startswith("2025/sv/01-text.md:2:8: ")


def test_the_fault_says_file_line_column_and_words():
    (fault,) = messages("Först en rad.\n\nSedan *samarbetar* sexton kommuner.\n")
    assert fault.startswith('2025/sv/01-text.md:7:20: "sexton" is bound to no figure; write ')


def test_all_faults_are_told_at_once():
    assert len(messages("Sexton här.\n\nHälften där.\n\n[[q2.nope]]\n\n{{nothing}}\n")) == 4


@pytest.mark.parametrize(
    "body",
    [
        "Kommunen kan få stöd, och kvinnor ska få hjälp utan att möta skuld.\n",
        "1. Det här är en lista.\n2. Med rader.\n",
        "En kommun skriver om sitt arbete. Läs [mer](/fragor/q2/).\n",
        'Rapporten skriver [[quote 711: "mer än nio av tio"]] i sin text.\n',
        '> [[quote 948-950: "Vi är 2 kommuner"]]\n',
    ],
)
def test_ordinary_words_and_marked_quotations_pass(body):
    assert messages(body) == []


def test_a_quotation_is_listed_with_its_lines():
    (claim,) = composed('Så: [[quote 711: "mer än nio av tio"]].\n').claims
    assert claim.keys == ("quote:711",)
    assert claim.text == "mer än nio av tio"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_reads_across_a_binding(language):
    assert messages("Nio [[base.answered]] tio.\n") != []
    assert messages("[[base.answered]]\n", language=language) == []


@pytest.mark.parametrize("words", ["si\u0445ton", "\u0455ju", "n\u0456o"])
def test_a_letter_of_another_script_hides_no_number(words):
    (fault,) = messages(f"Det var {words} kommuner.\n")
    assert "is not Latin" in fault


@pytest.mark.parametrize("words", ["x10", "Q73", "1e3"])
def test_no_digit_stands_unbound_within_a_word(words):
    assert messages(f"Det var {words} kommuner.\n")


@pytest.mark.parametrize(
    "text",
    [
        "[[base.answered]] procent",
        "[[base.answered]] %",
        "[[base.answered]] tusen",
        "ett[[base.answered]]",
        "[[base.answered]]:e",
        "[[base.answered]][[base.frame]]",
        "**[[base.answered]]** procent",
    ],
)
def test_nothing_makes_another_number_of_a_bound_one(text):
    assert any("another number" in fault for fault in messages(f"Det var {text} kommuner.\n"))


def test_the_number_of_a_lists_line_is_never_shown():
    (block,) = composed("73. Kommuner svarade.\n").chapter.blocks
    assert isinstance(block, List)
    assert block.ordered
    assert [plain(item) for item in block.items] == ["Kommuner svarade."]
