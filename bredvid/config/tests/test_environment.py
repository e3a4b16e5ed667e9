"""The list of settings is whole: every name the code reads is in it, and every name in it is read."""

import re
from pathlib import Path

from bredvid.config.environment import VARIABLES

PACKAGE = Path(__file__).resolve().parents[2]
LIST = PACKAGE / "config" / "environment.py"


def names_in_the_code() -> set[str]:
    sources = [path for path in PACKAGE.rglob("*.py") if path != LIST and "tests" not in path.parts]
    return {name for path in sources for name in re.findall(r"\bBREDVID_[A-Z_]+\b", path.read_text())}


def test_every_setting_the_code_reads_is_listed():
    assert names_in_the_code() - {variable.name for variable in VARIABLES} == set()


def test_every_setting_listed_is_read():
    listed = {variable.name for variable in VARIABLES if variable.name.startswith("BREDVID_")}
    assert listed - names_in_the_code() == set()
