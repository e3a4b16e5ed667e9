"""The page on conditions says what is so; and the package needs no framework."""

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from bredvid.review.expressions import Value, evaluate, parse

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "expressions.md"
ROW = re.compile(r"^\| `(?P<condition>[^`]+)` \| (?P<holds>yes|no) \|$", re.MULTILINE)
ROWS = [(match["condition"], match["holds"] == "yes") for match in ROW.finditer(PAGE.read_text("utf-8"))]
ANSWERS: dict[str, Value] = {"zero": Decimal(0), "words": "tre"}


def test_the_page_has_its_table():
    assert len(ROWS) >= 20


@pytest.mark.parametrize(("condition", "holds"), ROWS)
def test_what_the_page_says_of_no_answer_is_so(condition, holds):
    assert evaluate(parse(condition), ANSWERS) is holds


def test_conditions_need_no_framework():
    code = "import sys, bredvid.review.expressions; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
