"""A release as files. Pure: the same release gives the same bytes."""

from functools import lru_cache

from bredvid.report.data.catalogue import Listing, catalogue_of
from bredvid.report.data.codebook import codebook_html, codebook_json
from bredvid.report.data.datafile import DataFile, format_file, table_file
from bredvid.report.data.datapackage import datapackage_bytes
from bredvid.report.data.delimited import csv_bytes
from bredvid.report.data.jsonstat import jsonstat_bytes
from bredvid.report.data.publisher import publisher_of
from bredvid.report.data.read_me import read_me
from bredvid.report.data.spss import sav_bytes
from bredvid.report.data.values import Release
from bredvid.report.data.workbook import xlsx_bytes


# Remembered by value: a release is its tables, so a changed round is another key and nothing goes stale.
@lru_cache(maxsize=4)
def files_of(release: Release, *, base_url: str, contact_email: str) -> tuple[DataFile, ...]:
    """Every file of the release, the tables' CSV first and in the tables' order."""
    listing = listing_of(release, base_url=base_url, contact_email=contact_email)
    publisher = publisher_of(demonstration=release.demonstration, contact_email=contact_email)
    catalogue = catalogue_of([listing], publisher=publisher, base_url=base_url)
    listed = [file for files in listing[1].values() for file in files]
    return (*listed, format_file(release, "catalogue", catalogue))


def listing_of(release: Release, *, base_url: str, contact_email: str) -> Listing:
    """The release with its files by format: all but the catalogue, which describes them."""
    publisher = publisher_of(demonstration=release.demonstration, contact_email=contact_email)
    lines = read_me(release)
    tables = [table_file(release, table, csv_bytes(table)) for table in release.tables]
    by_table = {table.name: (file.name, file.content) for table, file in zip(release.tables, tables, strict=True)}
    package = datapackage_bytes(release, files=by_table, publisher=publisher, base_url=base_url)
    made = {
        "xlsx": xlsx_bytes(release, read_me=lines),
        "jsonstat_sv": jsonstat_bytes(release, language="sv"),
        "jsonstat_en": jsonstat_bytes(release, language="en"),
        "datapackage": package,
        "codebook_html": codebook_html(release, read_me=lines),
        "codebook_json": codebook_json(release),
    }
    if not release.aggregate_only:
        # A round of totals has no answers by municipality to compute with.
        made |= {f"sav_{language}": sav_bytes(release, language=language) for language in ("sv", "en")}
    return release, {"csv": tables, **{name: [format_file(release, name, content)] for name, content in made.items()}}
