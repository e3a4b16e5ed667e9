"""Words that are never ours are found, and marked quotations are left alone."""

import pytest

from bredvid.report.texts.lint import findings, without_quotations
from bredvid.report.texts.lint_files import lint, lint_tree


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("sv", "Hon är prostituerad.", "prostituerad"),
        ("sv", "Stöd till prostituerade kvinnor", "prostituerade"),
        ("sv", "De Prostituerades röster", "Prostituerades"),
        ("sv", "Sexarbete är inget arbete", "Sexarbete"),
        ("sv", "för sex-arbetare", "sex-arbetare"),
        ("sv", "köpare och säljare", "säljare"),
        ("sv", "ett exitprogram", "exitprogram"),
        ("sv", "Exit-programmet i Umeå", "Exit-programmet"),
        ("sv", "OnlyFans-kreatören", "kreatören"),
        ("sv", "stöd till offer", "offer"),
        ("sv", "offrets rätt", "offrets"),
        ("sv", "våldsoffer", "våldsoffer"),
        ("en", "support for prostitutes", "prostitutes"),
        ("en", "sex work is work", "sex work"),
        ("en", "a sex-worker", "sex-worker"),
        ("en", "no exit programme", "exit programme"),
        ("en", "an exit program", "exit program"),
        ("en", "a content creator", "content creator"),
        ("en", "she is a victim", "victim"),
        ("", "ett exitprogram", "exitprogram"),
    ],
)
def test_a_word_that_is_not_ours_is_found(language, text, word):
    assert [found.word for found in findings(text, language)] == [word]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "utsatt i prostitution och pornografi"),
        ("sv", "Stödprogram, inte ”exitprogram”."),
        ("sv", "De säger »prostituerad« eller »säljare»."),
        ("en", "They say “sex work” and “content creator”."),
        ("sv", 'Inte <q class="quoted">exitprogram</q> utan stödprogram'),
        ("sv", '[[quote 986-988: "exitprogram"]]'),
        ("sv", "stöd till brottsoffer"),
        ("sv", "att offra tid"),
        ("sv", "en återförsäljare"),
        ("sv", "mannen som säljer hennes kropp"),
        ("en", "we offer support"),
        ("", "We offer support to victims"),
        ("en", "victims of crime and crime victims"),
        ("en", "exit the page; the program ends"),
    ],
)
def test_our_own_words_and_marked_quotations_pass(language, text):
    assert list(findings(text, language)) == []


def test_a_word_beside_a_quotation_is_still_found():
    assert [found.word for found in findings("”exitprogram” och exitprogrammet och ”säljare”", "sv")] == [
        "exitprogrammet"
    ]


def test_a_lone_mark_does_not_hide_the_next_paragraph():
    assert [found.line for found in findings("Ett ensamt ”märke.\n\nEtt exitprogram.\n\nEtt till” märke.", "sv")] == [3]


def test_a_straight_quote_is_no_mark():
    assert len(list(findings('ett "exitprogram"', "sv"))) == 1


def test_blanking_keeps_the_lines():
    text = "a\n”b\nc” d"
    assert without_quotations(text) == "a\n  \n   d"


FILES = {
    "templates/page.html": ('<p class="offer">\n{% translate "An exit programme" %}\n{# exitprogram #}</p>', [2]),
    "chapters/2025/sv/01-a.md": ("Rad\n\nStöd till offer.\n", [3]),
    "chapters/2025/en/01-a.md": ("We offer help. `exitprogram`\n", []),
    "texts/a.toml": ('[[a]]\ncode = "exitprogram"\nquote_sv = "exitprogram"\ntext_sv = "Ett exitprogram."\n', [4]),
    "texts/b.toml": ('[[a]]\ninstead_of_sv = ["säljare"]\ntext_en = "We offer."\ntext_sv = "Till offer."\n', [4]),
    "locale/sv/LC_MESSAGES/django.po": (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "We offer help"\nmsgstr "Hjälp till offer"\n',
        [4],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_texts_are_found_in_each_kind_of_file(tmp_path, name):
    # Given a file with a planted word
    text, lines = FILES[name]
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    # When it is read
    found = list(lint(path, name))
    # Then the word is told with its line, and nothing else is
    assert [finding.line for finding in found] == lines
    assert all(str(finding).startswith(f"{name}:") for finding in found)


def test_a_pattern_without_files_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"\*\*/\*\.po"):
        list(lint_tree(tmp_path, "**/*.po"))
