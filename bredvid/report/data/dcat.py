"""What a catalogue holds, as plain values: data sets and the ways to each. Written by rdf.py."""

from dataclasses import dataclass
from datetime import date

from bredvid.report.data.values import Publisher


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """One way to the data: one media type, and the addresses of the files that make it up."""

    code: str
    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    media_type: str
    addresses: tuple[str, ...]
    size: int


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A data set: which part of what the landing page offers, its words, its year (None when invented), its ways."""

    part: str
    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    issued: date
    year: int | None
    landing_page: str
    distributions: tuple[Distribution, ...]

    @property
    def address(self) -> str:
        """Its identifier, which leads to the landing page."""
        return f"{self.landing_page}#{self.part}"

    def address_of(self, distribution: Distribution) -> str:
        """The identifier of one of its distributions."""
        return f"{self.address}-{distribution.code}"


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """What a harvester reads: its own words, the publisher, keywords (language, word) and the data sets."""

    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    publisher: Publisher
    keywords: tuple[tuple[str, str], ...]
    datasets: tuple[Dataset, ...]
