"""The built report is whole: every link leads somewhere, and the folder is replaced as a whole or not at all."""

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bredvid.report import building
from bredvid.report.building import MARK, FolderInUseError, build
from bredvid.report.claims.problems import Problem, ReportError
from bredvid.report.commands import commands
from bredvid.report.site.fetch import FetchError, fetch
from bredvid.review.reads import round_by_code

pytestmark = pytest.mark.usefixtures("shipped")


def quietly(_step: str, _done: int, _known: int) -> None:
    pass


@pytest.fixture(scope="module")
def built(shipped, tmp_path_factory) -> Path:
    """The report of 2025, built once: building fails if one link of it is broken."""
    out: Path = tmp_path_factory.mktemp("built") / "report"
    build(round_by_code("2025"), out, quietly)
    return out


def test_everything_that_was_promised_is_there(built):
    for name in ("index.html", "en/index.html", "report.pdf", "report-en.pdf", "data/datapackage.json"):
        assert (built / name).stat().st_size > 0
    assert (built / "data" / "catalog.rdf").is_file()
    assert len(list((built / "2025" / "kommuner").glob("*/index.html"))) == 290


def test_the_comparisons_and_the_embedded_figures_are_there(built):
    for folder in ("trender", "en/trender", "trender/q8", "2025/fragor/q2/inbaddad", "en/2025/fragor/q2/inbaddad"):
        assert (built / folder / "index.html").is_file(), folder
    # Where the folder will stand nobody knows, so there is no frame to copy, only the page to be framed.
    page = (built / "2025" / "fragor" / "q2" / "index.html").read_text(encoding="utf-8")
    assert 'href="inbaddad/index.html"' in page
    assert "<textarea" not in page


def test_no_page_needs_a_server(built):
    for page in built.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert not re.search(r'\b(?:href|src|action)="/', html), page
        assert "<form" not in html, page


def test_no_invented_answer_stands_in_a_real_rounds_folder(built):
    assert not (built / "demo").exists()
    assert not [page for page in built.rglob("*.html") if "Exempelkommun 0" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("address", ["/", "/2025/fragor/q2/", "/en/2025/rapport/kunskap/"])
def test_a_page_is_the_same_each_time_it_is_made(address):
    assert fetch(address) == fetch(address)


def test_a_page_that_does_not_answer_stops_the_build():
    with pytest.raises(FetchError, match="/nope/ answered 404"):
        fetch("/nope/")


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FolderInUseError):
        build(round_by_code("2025"), tmp_path, quietly)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("mine")
    answer = CliRunner().invoke(commands, ["build", "2025", "--out", str(tmp_path / "file" / "report")])
    assert answer.exit_code == 1
    assert "cannot be written: Not a directory. Name another folder." in answer.stderr


def test_what_a_killed_build_left_is_removed_and_what_a_running_one_makes_is_not(tmp_path, monkeypatch):
    # Given what a killed build and a running one have beside the place of the report
    dead, alive = tmp_path / ".report.new-99999999", tmp_path / f".report.new-{os.getppid()}"
    dead.mkdir()
    alive.mkdir()
    monkeypatch.setattr(building, "render_pdf", lambda _report: b"pdf")
    monkeypatch.setattr(building, "write_site", lambda *_: None)
    # When a report is built there
    build(round_by_code("2025"), tmp_path / "report", quietly)
    # Then only the dead one's is gone
    assert {path.name for path in tmp_path.iterdir()} == {"report", alive.name}


def test_a_failed_build_leaves_the_former_one_standing(tmp_path, monkeypatch):
    # Given a former build
    out = tmp_path / "report"
    out.mkdir()
    (out / MARK).write_text("2025\n")

    # When the next one fails half-way
    def fail(*_args: object) -> None:
        raise FetchError("/ answered 500")

    monkeypatch.setattr(building, "write_site", fail)
    answer = CliRunner().invoke(commands, ["build", "2025", "--out", str(out)])
    # Then the former stands alone, and one clear line says why
    assert answer.exit_code == 1
    assert "Error: / answered 500" in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    assert (out / MARK).is_file()


def test_an_unbound_number_stops_the_build_with_its_place(tmp_path, monkeypatch):
    def fail(*_args: object) -> None:
        raise ReportError([Problem("2025/sv/01-forord.md", 7, 12, '"sexton" is bound to no figure')])

    monkeypatch.setattr(building, "compose_report", fail)
    answer = CliRunner().invoke(commands, ["build", "2025", "--out", str(tmp_path / "report")])
    assert answer.exit_code == 1
    assert '2025/sv/01-forord.md:7:12: "sexton" is bound to no figure' in answer.stderr
    assert not (tmp_path / "report").exists()
