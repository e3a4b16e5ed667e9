"""The page of rules and the code say the same numbers; every reason has words; a quotation keeps its length."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from bredvid.webaudit.judging import thresholds
from bredvid.webaudit.judging.evidence import LEFT_OUT, quotation
from bredvid.webaudit.judging.reasons import FROM_ELSEWHERE, Reason, all_words, words
from bredvid.webaudit.reading import problems

ROOT = Path(__file__).resolve().parents[3]
RULES = (ROOT / "docs/reference/web-indicators.md").read_text("utf-8")
JUDGING = ROOT / "bredvid/webaudit/judging"


def _row(start):
    return next(line for line in RULES.splitlines() if line.startswith(start))


def _bold(line):
    return re.findall(r"\*\*([\d.]+)(?: %)?\*\*", line)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("| **W3**", [thresholds.FORMS_FOUND]),
        ("| **W4**", [thresholds.GENDERED_WORDS, thresholds.GENDERED_SHARE, thresholds.GENDERED_SHARE_UNCLEAR]),
        ("| **W9**", [thresholds.PROSE_WORDS, thresholds.LIX, thresholds.SENTENCE_WORDS, thresholds.LIX_UNCLEAR]),
        ("| **W10**", [thresholds.CLICKS]),
        ("the start page was, and", [100 * thresholds.FAILED_SHARE]),
    ],
)
def test_the_page_of_rules_says_the_same_numbers(line, numbers):
    assert [float(number) for number in _bold(_row(line))] == [float(number) for number in numbers]


def test_the_page_of_rules_says_the_numbers_that_are_not_bold_too():
    assert f"exactly {thresholds.FORMS_UNCLEAR}" in _row("| **W3**")
    assert f"{thresholds.CLICKS + 1} or {thresholds.CLICKS_UNCLEAR}" in _row("| **W10**")
    assert f"at most {thresholds.QUOTE_LENGTH} characters" in RULES
    assert f"Rules version **{thresholds.RULES_VERSION}**" in RULES


def test_every_threshold_is_named_with_its_rule():
    tree = ast.parse((JUDGING / "thresholds.py").read_text("utf-8")).body[1:]
    for number, said in zip(tree[::2], tree[1::2], strict=True):
        assert isinstance(number, ast.Assign)
        assert isinstance(said, ast.Expr)


def test_every_reason_has_words_in_both_languages_and_no_words_are_left_over():
    unread = {value for name, value in vars(problems).items() if name.isupper() and isinstance(value, str)}
    assert set(all_words()) == {*Reason, *unread, *FROM_ELSEWHERE}
    assert all(text["sv"] and text["en"] for text in all_words().values())


def test_every_reason_is_given_somewhere():
    code = "".join(
        path.read_text("utf-8") for path in ROOT.glob("bredvid/webaudit/*/*.py") if path.name != "reasons.py"
    )
    assert [reason for reason in Reason if f"Reason.{reason.name}" not in code] == []


def test_a_server_error_is_told_with_its_number_and_an_unknown_code_as_it_is():
    assert "503" in words("http-503", "sv")
    assert words("something-of-others", "en") == "something-of-others"


def test_a_short_text_is_quoted_whole():
    assert quotation("Du kan vara anonym.", 12, 18) == "Du kan vara anonym."


def test_a_long_text_is_cut_at_words_around_the_hit():
    text = "före " * 200 + "prostitution " + "efter " * 200
    cut = quotation(text, text.index("prostitution"), text.index("prostitution") + 12)
    assert "prostitution" in cut
    assert cut.startswith(f"{LEFT_OUT}före")
    assert cut.endswith(f"efter{LEFT_OUT}")


@given(st.text(alphabet="ab ", min_size=1, max_size=900), st.data())
def test_no_quotation_is_longer_than_it_may_be_and_each_holds_its_hit(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 200)))
    cut = quotation(text, start, end)
    assert len(cut) <= thresholds.QUOTE_LENGTH
    assert text[start:end].strip() in cut
    assert cut.strip(LEFT_OUT) in text
