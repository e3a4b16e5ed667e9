"""A file to download: its name, its media type, its words in both languages and its bytes."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from bredvid.report.data.values import Release, Table

FORMATS = Path(__file__).with_name("formats.toml")
DEMONSTRATION_PREFIX = "DEMO-"


@dataclass(frozen=True, kw_only=True)
class DataFile:
    """A file to download, with its words in both languages."""

    name: str
    media_type: str
    title_sv: str
    title_en: str
    description_sv: str
    description_en: str
    content: bytes

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_en if get_language() == "en" else self.title_sv

    @property
    def description(self) -> str:
        """What it is, in the reader's language."""
        return self.description_en if get_language() == "en" else self.description_sv

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        """The checksum, as hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def content_type(self) -> str:
        """The media type as a header says it: text names its encoding."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


@cache
def formats() -> dict[str, dict[str, str]]:
    """The words of formats.toml by the format's name."""
    return tomllib.loads(FORMATS.read_text())


def file_address(base_url: str, code: str, name: str = "") -> str:
    """Where a round's file is served; without a name, the page that lists the round's files."""
    return f"{base_url}{code}/data/{name}"


def table_file(release: Release, table: Table, content: bytes) -> DataFile:
    """A table's CSV as a file, named after the table."""
    return DataFile(
        name=f"{_prefix(release)}{table.name}.csv",
        media_type=formats()["csv"]["media_type"],
        title_sv=table.title_sv,
        title_en=table.title_en,
        description_sv=table.about_sv,
        description_en=table.about_en,
        content=content,
    )


def format_file(release: Release, name: str, content: bytes) -> DataFile:
    """A file of one of the formats of formats.toml. Raises KeyError when there is no such format."""
    entry = formats()[name]
    return DataFile(
        name=(_prefix(release) if entry["prefix"] else "") + entry["file"].format(code=release.code),
        media_type=entry["media_type"],
        title_sv=entry["title_sv"],
        title_en=entry["title_en"],
        description_sv=entry["about_sv"],
        description_en=entry["about_en"],
        content=content,
    )


def _prefix(release: Release) -> str:
    """An invented file says so in its name, so that it is known for what it is when it has been sent on."""
    return DEMONSTRATION_PREFIX if release.demonstration else ""
