"""`bredvid report data` writes the files, or says in one line why not."""

import json

import pytest
from click.testing import CliRunner

from bredvid.report.data.commands import data


@pytest.mark.django_db
def test_it_writes_the_files_and_names_them(loaded, tmp_path):
    result = CliRunner().invoke(data, ["2025", "--out", str(tmp_path / "new"), "--json"])
    assert result.exit_code == 0
    assert sorted(json.loads(result.output)) == sorted(path.name for path in (tmp_path / "new").iterdir())


@pytest.mark.django_db
def test_an_unknown_round_is_answered_with_those_there_are(loaded, tmp_path):
    result = CliRunner().invoke(data, ["1999", "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert "There is no round 1999. Rounds: 2025, demo." in result.output
