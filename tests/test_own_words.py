"""Everything that a reader may meet is written in words that are ours (bredvid/report/texts/words.toml says why)."""

from pathlib import Path

import pytest

from bredvid.report.texts.lint_files import lint_tree

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "pattern",
    ["bredvid/**/*.html", "bredvid/**/*.po", "bredvid/**/*.toml", "bredvid/**/*.md", "docs/**/*.md"],
)
def test_no_text_of_ours_uses_a_word_that_hides_the_violence(pattern):
    assert [str(finding) for finding in lint_tree(ROOT, pattern)] == []
