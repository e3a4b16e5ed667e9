"""The lexicon is in order, and the linter sees what is not."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from bredvid.webaudit.commands.lexicon import lexicon as command
from bredvid.webaudit.lexicon import Group, Lexicon, Term, current
from bredvid.webaudit.lexicon.linter import lint
from bredvid.webaudit.lexicon.reading import FOLDER

GOOD = Term(
    id="form.camma", group="form", vocabulary="hers", form="images", language="sv", lemma="camma",
    forms=("camma", "cammar"), source="report:1-2", date="2026-11-23", where="x.toml",
)  # fmt: skip
GROUPS = {
    "form": Group("form", "forms", vocabularies=True, needs_form=True, false_hits=("sommarcamping",)),
    "you": Group("you", "you"),
}


def small(*terms: Term) -> Lexicon:
    return Lexicon("1", "2026-11-23", terms, GROUPS, {"report": "a report"})


def test_the_lexicon_in_use_has_no_faults():
    assert [str(finding) for finding in lint(current()) if not finding.warning] == []


def test_a_term_in_order_gives_no_finding():
    assert lint(small(GOOD)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"group": "nobody"}, 'unknown group "nobody"'),
        ({"vocabulary": "ours"}, 'unknown vocabulary "ours"'),
        ({"vocabulary": ""}, "no vocabulary"),
        ({"form": ""}, "no form"),
        ({"form": "house"}, 'unknown form "house"'),
        ({"language": "no"}, 'unknown language "no"'),
        ({"source": ""}, "no known source"),
        ({"source": "hearsay:1"}, "no known source"),
        ({"date": "yesterday"}, "no date"),
        ({"forms": ("camma", "Cammar")}, '"Cammar" is not folded'),
        ({"forms": ("cammar",)}, 'the lemma "camma" is no form'),
        ({"forms": ("camma", "sommarcamping")}, "a false hit of form"),
        ({"forms": ("camma", "x")}, "found everywhere"),
        ({"heads": ("cam",)}, "too short"),
        ({"stem": "cam"}, "too short"),
        ({"named": "beside"}, 'unknown named "beside"'),
        ({"vocabulary": "hiding"}, "stands as ours"),
        ({"noun": True}, "a noun with 2 forms"),
        ({"forms": ("camma", *(f"camma {number} gånger" for number in range(2_000)))}, "2001 forms"),
    ],
)
def test_a_fault_is_told(change, told):
    assert any(told in str(finding) for finding in lint(small(replace(GOOD, **change))))


def test_the_same_form_in_two_groups_is_told_unless_they_share():
    other = replace(GOOD, id="you.camma", group="you", vocabulary="", form="")
    assert any("stands in form.camma too" in str(finding) for finding in lint(small(GOOD, other)))
    sharing = replace(small(GOOD, other), groups={**GROUPS, "you": Group("you", "you", shares_with=("form",))})
    assert lint(sharing) == []


def test_two_terms_of_one_id_are_told():
    assert any("2 terms have this id" in str(found) for found in lint(small(GOOD, replace(GOOD, forms=("camma",)))))


def test_a_hiding_word_among_ours_is_told():
    hiding = replace(GOOD, id="h", vocabulary="hiding", lemma="glamma", forms=("glamma",), quoted=True)
    ours = replace(GOOD, forms=("camma", "glamma mera"))
    assert any("glamma stands as ours" in str(finding) for finding in lint(small(hiding, ours)))


def test_no_file_of_the_lexicon_is_longer_than_anybody_reads():
    assert [
        path.name for path in FOLDER.glob("lexicon-*/*.toml") if len(path.read_text("utf-8").splitlines()) > 400
    ] == []


def test_the_command_lists_a_group_and_checks_a_file_of_ones_own(tmp_path):
    listed = CliRunner().invoke(command, ["--group", "quick_exit"])
    assert listed.exit_code == 0
    assert "lämna sidan" in listed.output
    own = tmp_path / "own.toml"
    own.write_text('[[term]]\ngroup = "nobody"\nlemma = "hej"\n', "utf-8")
    checked = CliRunner().invoke(command, ["check", str(own)])
    assert checked.exit_code == 1
    assert 'own.toml: nobody.hej: unknown group "nobody"' in checked.output


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[term]]\nlemma = 'x'\n", "'group' is missing"),
        ("[[term]]\ngroup = 'you'\nlemma = 'x'\nfroms = []\n", "unknown field froms"),
        ("[[term]]\ngroup = 'you'\nlemma = 'x'\nforms = ['{nowhere}']\n", "names the slot {nowhere}"),
        ("not toml", "own.toml: "),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path, text, told):
    own = tmp_path / "own.toml"
    own.write_text(text, "utf-8")
    result = CliRunner().invoke(command, ["check", str(own)])
    assert result.exit_code == 1
    assert told in result.output
    assert len(result.output.strip().splitlines()) == 1
