"""What the check of claims says is told in Swedish to those who write in Swedish."""

import pytest

from bredvid.report.claims.tests.makers import composed
from bredvid.report.editing.faults import in_language

FAULTS = (
    "Sexton kommuner.",
    "[[q2.nej]]",
    "[[q2.nix|of]]",
    "[[q9.nej|of]]",
    "[[q2.nej|spam]]",
    "[[nonsense]]",
    "½ [[base.answered]]",
    '[[says q2.nej: "ingen"]] [[base.answered]]',
    '[[says q2.nej: "oöverskådligt"]]',
    "[[sum q3.ingen q3.fragar|of]]",
    "[[sum q2.ja q4.god|of]]",
    "[[q6.nej]]",
    "[[verbal q2.nej]]",
    "[[fact:nope]]",
    "[[fact:law|spam]]",
    "[[base.nope]]",
    "[[count nope]]",
    "{{spam}}",
    "text {{figure q2}} text",
    "# Rubrik",
    "> citat",
    "[[label q2.nope]]",
    "[[q2.nope.x]]",
    "[[missing q2.nope]]",
    "[[short q2]]",
    "[[q2.nej|percent]] procent [[base.answered]]",
    "soft\N{SOFT HYPHEN}hyphen",
    "Ж",
    "- a\n    - b",
    "[[verbal q6.nej q2.ja]]",
    '[[largest q4.god: "flest"]]',
    "[[q3.ingen|valid]]",
)


@pytest.mark.parametrize("text", FAULTS)
def test_every_fault_has_its_swedish(text):
    problems = composed(text).problems
    assert problems
    for problem in problems:
        assert in_language(problem.message, "sv") != problem.message
        assert in_language(problem.message, "en") == problem.message
