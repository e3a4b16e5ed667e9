"""The documentation names nothing that does not exist: commands, make targets, settings, paths, links, addresses."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from django.urls import Resolver404, resolve
from django.utils import translation

from bredvid.config.command import root
from bredvid.config.environment import VARIABLES
from tests.gates import REPOSITORY, tracked

PAGES = tracked("README.md", "docs/**/*.md", "docs/*.md", "bredvid/**/README.md")
# What a set-up makes and git does not know.
MADE = (".venv/", "var/", "build/", "node_modules/", "uv.lock")
FENCE = re.compile(r"^(?:    |\t)(.+)$|^```.*?\n(.*?)^```", re.M | re.S)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"^[\w.*<>-]+(/[\w.*<>-]+)*(/|\.(py|md|toml|lock|html|css|js|json|csv|po|sh|png|xlsx|rdf|pdf|typ))$")


def code_of(page: Path) -> list[str]:
    """Everything in code: spans and the lines of indented or fenced blocks."""
    text = page.read_text("utf-8")
    blocks = [line for match in FENCE.finditer(text) for line in (match[1] or match[2]).splitlines()]
    return SPAN.findall(text) + [line.strip() for line in blocks]


def findings(pattern: str) -> list[tuple[str, str]]:
    """(page, what the pattern's first group caught) over the code in all pages."""
    found = {
        (page.relative_to(REPOSITORY).as_posix(), match[1])
        for page in PAGES
        for code in code_of(page)
        for match in re.finditer(pattern, code)
    }
    return sorted(found)


def test_there_are_pages_to_look_at():
    assert REPOSITORY / "README.md" in PAGES
    assert len(PAGES) > 20


@pytest.mark.parametrize(("page", "words"), findings(r"(?:^|[ /])bredvid ((?:[a-z][\w-]* ?)+)"))
def test_every_command_named_exists(page, words):
    group: click.Command | None = root
    for word in words.split():
        if not isinstance(group, click.Group):
            return  # the rest are arguments
        group = group.get_command(click.Context(group), word)
        assert group is not None, f"{page} names `bredvid {words}`; there is no {word!r}"


@pytest.mark.parametrize(("page", "target"), findings(r"^make ([a-z]+)"))
def test_every_make_target_named_exists(page, target):
    assert re.search(rf"^{target}:", (REPOSITORY / "Makefile").read_text(), re.M), f"{page} names `make {target}`"


@pytest.mark.parametrize(("page", "name"), findings(r"\b(BREDVID_[A-Z_]+|DATABASE_URL|DJANGO_SETTINGS_MODULE)\b"))
def test_every_setting_named_exists(page, name):
    assert name in {variable.name for variable in VARIABLES}, f"{page} names {name}"


def paths_named() -> list[tuple[str, str]]:
    return [(page, code) for page, code in findings(r"^(\S+)$") if PATH.match(code) and not code.startswith(MADE)]


@pytest.mark.parametrize(("page", "path"), paths_named())
def test_every_path_named_exists(page, path):
    pattern = re.sub(r"<[^>]+>", "*", path).rstrip("/")
    beside = (REPOSITORY / page).parent
    # A bare file name speaks of a kind of file, as `models.py`: one somewhere in the house is enough.
    places = [REPOSITORY.glob(pattern), beside.glob(pattern)]
    places.append((REPOSITORY / "bredvid").glob(f"**/{pattern}"))
    assert any(next(iter(found), None) for found in places), f"{page} names `{path}`"


def links() -> list[tuple[str, str]]:
    return sorted(
        {
            (page.relative_to(REPOSITORY).as_posix(), link)
            for page in PAGES
            for link in LINK.findall(page.read_text("utf-8"))
        }
    )


@pytest.mark.parametrize(("page", "link"), [(page, link) for page, link in links() if "://" not in link])
def test_every_link_leads_to_a_page(page, link):
    assert ((REPOSITORY / page).parent / link).exists(), f"{page} links to {link}"


@pytest.mark.parametrize(("page", "address"), findings(r"^(/(?:[\w-]+/)+)$"))
def test_every_address_of_the_site_named_exists(page, address):
    with translation.override("en" if address.startswith("/en/") else "sv"):
        try:
            resolve(address)
        except Resolver404:
            pytest.fail(f"{page} names {address}")


@pytest.mark.django_db
def test_the_pages_made_from_the_code_are_current():
    done = CliRunner().invoke(root, ["docs", "--check"])
    assert done.exit_code == 0, done.output
