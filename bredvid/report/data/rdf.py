"""DCAT-AP-SE 3.0.1: the catalogue that the national data portal harvests, as RDF/XML with absolute identifiers.

The profile's rules that we follow are listed, and tested, in tests/dcat-ap-se.shacl.ttl.
"""

from datetime import date
from xml.etree import ElementTree as ET

from bredvid.report.data.dcat import Catalogue, Dataset, Distribution
from bredvid.report.data.licence import CATALOGUE_LICENCE, DATA_LICENCE

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EU = "http://publications.europa.eu/resource/authority/"
NAMESPACES = {
    "rdf": RDF,
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
SWEDEN = "http://sws.geonames.org/2661886/"
THEMES = ("SOCI", "GOVE", "JUST")
# A published round is mended, never updated on a date: the next round is a data set of its own.
FREQUENCY = "frequency/IRREG"


def catalogue_bytes(catalogue: Catalogue, *, base_url: str) -> bytes:
    """The catalogue as RDF/XML. Every identifier begins with `base_url`, which ends with a slash."""
    for prefix, namespace in NAMESPACES.items():
        ET.register_namespace(prefix, namespace)
    root = ET.Element(f"{{{RDF}}}RDF")
    writer = _Writer(root, base_url, catalogue)
    writer.catalogue()
    writer.publisher()
    writer.contact()
    for dataset in catalogue.datasets:
        writer.dataset(dataset)
        for distribution in dataset.distributions:
            writer.distribution(dataset, distribution)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


class _Writer:
    """Adds one resource after another. No blank nodes but the period of time: harvesting forbids them."""

    def __init__(self, root: ET.Element, base_url: str, catalogue: Catalogue) -> None:
        self.root = root
        self.base_url = base_url
        self.of = catalogue

    def address(self, part: str) -> str:
        """An absolute identifier of something in the catalogue's own file."""
        return f"{self.base_url}data/catalog.rdf#{part}"

    @property
    def publisher_address(self) -> str:
        return self.address(f"publisher-{self.of.publisher.code}")

    @property
    def contact_address(self) -> str:
        return self.address(f"contact-{self.of.publisher.code}")

    def catalogue(self) -> None:
        """The catalogue itself. Sweden requires CC0 for it."""
        node = self._node("dcat:Catalog", self.address("catalog"))
        self._titles(node, self.of)
        _refer(node, "dcterms:publisher", self.publisher_address)
        _refer(node, "dcterms:license", CATALOGUE_LICENCE.address)
        _refer(node, "foaf:homepage", self.base_url)
        self._languages(node)
        if dates := [dataset.issued for dataset in self.of.datasets]:
            _date(node, "dcterms:issued", min(dates))
            _date(node, "dcterms:modified", max(dates))
        _refer(node, "dcat:themeTaxonomy", f"{EU}data-theme")
        for dataset in self.of.datasets:
            _refer(node, "dcat:dataset", dataset.address)

    def publisher(self) -> None:
        """The one publisher of the catalogue and of every data set."""
        node = self._node("foaf:Agent", self.publisher_address)
        _text(node, "foaf:name", self.of.publisher.name)
        _refer(node, "dcterms:type", self.of.publisher.type)
        if self.of.publisher.homepage:
            _refer(node, "foaf:homepage", self.of.publisher.homepage)

    def contact(self) -> None:
        """Whom to write to. Never the same identifier as the publisher."""
        node = self._node("vcard:Organization", self.contact_address)
        _text(node, "vcard:fn", self.of.publisher.contact_name)
        _refer(node, "vcard:hasEmail", f"mailto:{self.of.publisher.contact_email}")

    def dataset(self, dataset: Dataset) -> None:
        """One data set with the addresses of its distributions."""
        node = self._node("dcat:Dataset", dataset.address)
        self._titles(node, dataset)
        _text(node, "dcterms:identifier", dataset.address)
        _refer(node, "dcterms:publisher", self.publisher_address)
        _refer(node, "dcat:contactPoint", self.contact_address)
        for language, word in self.of.keywords:
            _text(node, "dcat:keyword", word, language=language)
        for theme in THEMES:
            _refer(node, "dcat:theme", f"{EU}data-theme/{theme}")
        _date(node, "dcterms:issued", dataset.issued)
        self._languages(node)
        _refer(node, "dcat:landingPage", dataset.landing_page)
        _refer(node, "dcterms:spatial", SWEDEN)
        _period(node, dataset.year)
        _refer(node, "dcterms:accrualPeriodicity", f"{EU}{FREQUENCY}")
        _refer(node, "dcterms:accessRights", f"{EU}access-right/PUBLIC")
        for distribution in dataset.distributions:
            _refer(node, "dcat:distribution", dataset.address_of(distribution))

    def distribution(self, dataset: Dataset, distribution: Distribution) -> None:
        """One distribution. Several files of one kind are several download addresses, as the portal asks."""
        node = self._node("dcat:Distribution", dataset.address_of(distribution))
        self._titles(node, distribution)
        _refer(node, "dcat:accessURL", dataset.landing_page)
        for address in distribution.addresses:
            _refer(node, "dcat:downloadURL", address)
        _text(node, "dcterms:format", distribution.media_type)
        _refer(node, "dcat:mediaType", f"https://www.iana.org/assignments/media-types/{distribution.media_type}")
        _text(node, "dcat:byteSize", str(distribution.size), datatype="nonNegativeInteger")
        _refer(node, "dcterms:license", DATA_LICENCE.address)
        _refer(node, "dcatap:availability", f"{EU}planned-availability/STABLE")
        _date(node, "dcterms:issued", dataset.issued)

    def _node(self, name: str, address: str) -> ET.Element:
        return ET.SubElement(self.root, _q(name), {f"{{{RDF}}}about": address})

    def _titles(self, node: ET.Element, of: Catalogue | Dataset | Distribution) -> None:
        _text(node, "dcterms:title", of.title_sv, language="sv")
        _text(node, "dcterms:title", of.title_en, language="en")
        _text(node, "dcterms:description", of.about_sv, language="sv")
        _text(node, "dcterms:description", of.about_en, language="en")

    def _languages(self, node: ET.Element) -> None:
        for language in ("SWE", "ENG"):
            _refer(node, "dcterms:language", f"{EU}language/{language}")


def _q(name: str) -> str:
    """`dcat:Dataset` in ElementTree's notation."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _refer(node: ET.Element, name: str, address: str) -> None:
    ET.SubElement(node, _q(name), {f"{{{RDF}}}resource": address})


def _text(node: ET.Element, name: str, text: str, *, language: str = "", datatype: str = "") -> None:
    attributes = {}
    if language:
        attributes["{http://www.w3.org/XML/1998/namespace}lang"] = language
    if datatype:
        attributes[f"{{{RDF}}}datatype"] = f"{XSD}{datatype}"
    ET.SubElement(node, _q(name), attributes).text = text


def _date(node: ET.Element, name: str, day: date) -> None:
    _text(node, name, day.isoformat(), datatype="date")


def _period(node: ET.Element, year: int | None) -> None:
    """The year the data are about. Nothing for invented data, which are about no time."""
    if year is None:
        return
    period = ET.SubElement(ET.SubElement(node, _q("dcterms:temporal")), _q("dcterms:PeriodOfTime"))
    for end in ("startDate", "endDate"):
        _text(period, f"dcat:{end}", str(year), datatype="gYear")
