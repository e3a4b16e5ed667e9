"""The door of this folder: what pages, commands and the built report take from it."""

from pathlib import Path

from bredvid.report.data.catalogue import catalogue_of
from bredvid.report.data.datafile import DataFile
from bredvid.report.data.one_figure import figure_csv, figure_json, figure_name
from bredvid.report.data.publisher import publisher_of
from bredvid.report.data.release import release_of
from bredvid.report.data.rendering import files_of, listing_of
from bredvid.report.data.site import base_url, contact_email
from bredvid.review.models import Round
from bredvid.review.reads import published_rounds

__all__ = [
    "DataFile",
    "NoSuchFile",
    "figure_csv",
    "figure_json",
    "figure_name",
    "file_for",
    "files_for",
    "site_catalogue",
    "write_all",
]


class NoSuchFile(LookupError):  # noqa: N818 (says what happened)
    """The round has no file of that name."""


def files_for(round_: Round) -> tuple[DataFile, ...]:
    """Every file of the round. The round is read anew each time; files are made again only when it has changed."""
    return files_of(release_of(round_), base_url=base_url(), contact_email=contact_email())


def file_for(round_: Round, name: str) -> DataFile:
    """One file of the round by its name. Raises NoSuchFile."""
    for file in files_for(round_):
        if file.name == name:
            return file
    raise NoSuchFile(f"round {round_.code} has no file {name!r}")


def write_all(round_: Round, out: Path) -> list[Path]:
    """Writes every file of the round into a folder, which is made where it is missing. Equal rounds, equal bytes."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for file in files_for(round_):
        path = out / file.name
        path.write_bytes(file.content)
        written.append(path)
    return written


def site_catalogue() -> bytes:
    """The catalogue for the data portal: all real rounds, never a demonstration."""
    listings = [
        listing_of(release_of(round_), base_url=base_url(), contact_email=contact_email())
        for round_ in published_rounds()
    ]
    publisher = publisher_of(demonstration=False, contact_email=contact_email())
    return catalogue_of(listings, publisher=publisher, base_url=base_url())
