"""The room's commands: the same numbers for programs and for people, and one clear line for wrong input."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from bredvid.figures.bounds import no_assumption_bounds
from bredvid.figures.commands import commands
from bredvid.figures.interval import exact_interval


def figures(*arguments: object) -> Result:
    """Calls `bredvid figures` with the arguments."""
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def answer(*arguments: object):
    """What a program reads from it."""
    result = figures(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_the_interval_of_the_2025_round_is_one_line_of_json():
    result = figures("interval", 4, 73, 290, "--json")
    assert result.output.startswith('{"x":4,"n":73,"N":290,"low":6,"high":35,"bounds":[4,221],"share":0.054795,')
    assert result.output.count("\n") == 1


def test_json_has_every_share_and_the_confidence():
    given = answer("interval", 4, 73, 290)
    assert given["low_share"] == pytest.approx(6 / 290, abs=1e-6)
    assert given["high_share"] == pytest.approx(35 / 290, abs=1e-6)
    assert (given["unknown"], given["confidence"]) == (0, 0.95)


def test_unknown_answers_widen_the_bounds_and_leave_a_valid_base():
    given = answer("interval", 4, 73, 290, "--unknown", 3)
    assert given["bounds"] == [4, 224]
    assert given["valid"] == {"n": 70, "low": 6, "high": 37, "share": pytest.approx(4 / 70, abs=1e-6)}


def test_an_empty_base_has_no_share():
    given = answer("interval", 0, 0, 290)
    assert (given["share"], given["low"], given["high"]) == (None, 0, 290)


def test_people_read_a_table_and_a_sentence():
    result = figures("interval", 4, 73, 290, "--unknown", 3)
    assert result.exit_code == 0
    for shown in ("4 of 73", "5.5%", "4 of 70", "6–37", "4–224", "If the silent are like those who answered"):
        assert shown in result.output


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("interval", 80, 73, 290), "x=80"),
        (("interval", -1, 73, 290), "x=-1"),
        (("interval", 4, 300, 290), "n=300"),
        (("interval", 72, 73, 290, "--unknown", 3), "unknown=3"),
        (("interval", "four", 73, 290), "'four'"),
        (("interval", 4, 73, "2.5"), "'2.5'"),
        (("detectable", 4, 73), "two groups"),
        (("detectable", 80, 15, 58), "80"),
        (("table", -3, 10), "n=-3"),
    ],
)
def test_wrong_input_is_told_in_one_line_and_exit_code_2(arguments, named):
    result = figures(*arguments)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
    assert named in result.output


def test_the_table_has_every_count():
    rows = answer("table", 73, 290)
    assert [row["x"] for row in rows] == list(range(74))
    assert all(tuple(row["bounds"]) == no_assumption_bounds(row["x"], 73, 290) for row in rows)
    assert all((row["low"], row["high"]) == exact_interval(row["x"], 73, 290) for row in rows)


def test_people_read_a_row_for_each_count():
    assert all(f"{x} of 5" in figures("table", 5, 20).output for x in range(6))


def test_what_four_can_tell_is_given_with_what_is_needed():
    given = answer("detectable", 4, 15, 58)
    assert [group["smallest"] for group in given["groups"]] == [3, None]
    assert given["can_tell"] is False
    assert given["needed"] > 4


@pytest.mark.parametrize(
    ("positives", "sizes", "said"),
    [(4, (15, 58), "Too few to tell"), (34, (15, 58), "may be said"), (1, (2, 2), "no number of positives")],
)
def test_people_are_told_whether_it_can_be_said(positives, sizes, said):
    assert said in figures("detectable", positives, *sizes).output


def test_the_coverage_of_every_true_count_is_given_with_the_least():
    given = answer("coverage", 20, 60)
    assert len(given["coverage"]) == 61
    assert given["coverage"][given["least_at"]] == given["least"] == min(given["coverage"])
    assert given["least"] >= given["promised"]


def test_people_are_told_the_least_coverage():
    assert "95.06% of such intervals or more" in " ".join(figures("coverage", 73, 290).output.split())


def test_the_room_runs_without_django():
    program = (
        "import sys; from bredvid.figures.commands import commands;"
        "commands(['interval', '4', '73', '290'], standalone_mode=False);"
        "import bredvid.figures.quantifiers;"
        "sys.exit('django was imported' if 'django' in sys.modules else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "6–35" in done.stdout
