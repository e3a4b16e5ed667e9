"""A chapter's file says what it is, and stands in both languages."""

from pathlib import Path

import pytest

from bredvid.figures.scope import Scope
from bredvid.report.claims.chapter import chapters_of, read_chapter
from bredvid.report.claims.problems import ReportError

TEXT = "---\ntitle: Titel\nscope: respondents\n---\nText.\n"


def test_a_chapter_knows_its_number_title_and_scope():
    chapter = read_chapter("2025/sv/03-sa-har.md", "sv", TEXT)
    assert (chapter.number, chapter.slug, chapter.title, chapter.scope) == (3, "sa-har", "Titel", Scope.RESPONDENTS)
    assert chapter.body == "Text.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2025/sv/summary.md", TEXT),
        ("2025/sv/01-a.md", "Text.\n"),
        ("2025/sv/01-a.md", TEXT.replace("scope: respondents\n", "")),
        ("2025/sv/01-a.md", TEXT.replace("respondents", "everybody")),
        ("2025/sv/01-a.md", TEXT.replace("scope:", "override: yes\nscope:")),
    ],
)
def test_a_file_that_does_not_say_what_it_is_is_refused(name, text):
    with pytest.raises(ReportError):
        read_chapter(name, "sv", text)


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / "2025" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def test_chapters_come_in_order(tmp_path):
    write(tmp_path, "sv/02-b.md", "sv/01-a.md", "en/01-a.md", "en/02-b.md")
    assert [chapter.slug for chapter in chapters_of("2025", "en", folder=tmp_path)] == ["a", "b"]


def test_a_chapter_in_one_language_only_is_a_fault_that_names_the_other(tmp_path):
    write(tmp_path, "sv/01-a.md", "sv/02-b.md", "en/01-a.md")
    with pytest.raises(ReportError, match=r"2025/en/02-b\.md; write it"):
        chapters_of("2025", "sv", folder=tmp_path)


def test_a_round_without_chapters_is_a_fault(tmp_path):
    with pytest.raises(ReportError, match="no chapter here"):
        chapters_of("2025", "sv", folder=tmp_path)
