"""A number that nobody computed stops the build, wherever it hides."""

import pytest

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
