"""What the catalogue says: which data sets a round gives, and in which forms each can be had."""

from collections.abc import Iterable

from bredvid.report.data.datafile import DataFile, file_address, format_file, formats
from bredvid.report.data.dcat import Catalogue, Dataset, Distribution
from bredvid.report.data.publisher import keywords
from bredvid.report.data.rdf import catalogue_bytes
from bredvid.report.data.values import Publisher, Release

# A release with its files by format; "csv" is a list, one file a table.
Listing = tuple[Release, dict[str, list[DataFile]]]


def catalogue_of(listings: Iterable[Listing], *, publisher: Publisher, base_url: str) -> bytes:
    """One catalogue over several releases. Raises ValueError when invented and real data would stand in one."""
    listed = list(listings)
    if len({release.demonstration for release, _ in listed}) > 1:
        raise ValueError("a catalogue holds either real rounds or a demonstration, never both")
    words = formats()["catalogue_words"]
    invented = any(release.demonstration for release, _ in listed)
    catalogue = Catalogue(
        title_sv=("DEMONSTRATION. " if invented else "") + words["title_sv"],
        title_en=("DEMONSTRATION. " if invented else "") + words["title_en"],
        about_sv=(words["demonstration_sv"] if invented else "") + words["about_sv"],
        about_en=(words["demonstration_en"] if invented else "") + words["about_en"],
        publisher=publisher,
        keywords=keywords(),
        datasets=tuple(dataset for listing in listed for dataset in _datasets(*listing, base_url=base_url)),
    )
    return catalogue_bytes(catalogue, base_url=base_url)


def _datasets(release: Release, files: dict[str, list[DataFile]], *, base_url: str) -> list[Dataset]:
    """All tables; the figures alone; the municipalities alone, where there is more than one form of them.

    A distribution holds the whole of its data set.
    """
    figures = release.table("figures")
    figures_csv = [file for file in files["csv"] if file.name.endswith("figures.csv")]
    return [
        _dataset(release, "dataset", "", "", {name: files[name] for name in ("csv", "xlsx", "datapackage")}, base_url),
        _dataset(
            release,
            "figures",
            figures.title_sv,
            figures.title_en,
            {"csv": figures_csv, "jsonstat_sv": files["jsonstat_sv"], "jsonstat_en": files["jsonstat_en"]},
            base_url,
        ),
        *_municipalities(release, files, base_url),
    ]


def _municipalities(release: Release, files: dict[str, list[DataFile]], base_url: str) -> list[Dataset]:
    if "sav_sv" not in files:
        return []
    table = release.table("municipalities")
    csv = [file for file in files["csv"] if file.name.endswith("municipalities.csv")]
    ways = {"csv": csv, "sav_sv": files["sav_sv"], "sav_en": files["sav_en"]}
    return [_dataset(release, "municipalities", table.title_sv, table.title_en, ways, base_url)]


def _dataset(
    release: Release, part: str, part_sv: str, part_en: str, ways: dict[str, list[DataFile]], base_url: str
) -> Dataset:
    return Dataset(
        part=part,
        title_sv=f"{release.title_sv}: {part_sv.lower()}" if part_sv else release.title_sv,
        title_en=f"{release.title_en}: {part_en.lower()}" if part_en else release.title_en,
        about_sv=release.about_sv,
        about_en=release.about_en,
        issued=release.published_on,
        year=None if release.demonstration else release.year,
        landing_page=file_address(base_url, release.code),
        distributions=tuple(_distribution(release, name, files, base_url) for name, files in ways.items()),
    )


def _distribution(release: Release, name: str, files: list[DataFile], base_url: str) -> Distribution:
    # One table's CSV is described as that table, several as "all tables".
    words = files[0] if len(files) == 1 else format_file(release, name, b"")
    return Distribution(
        code=name,
        title_sv=words.title_sv,
        title_en=words.title_en,
        about_sv=words.description_sv,
        about_en=words.description_en,
        media_type=words.media_type,
        addresses=tuple(file_address(base_url, release.code, file.name) for file in files),
        size=sum(file.size for file in files),
    )
