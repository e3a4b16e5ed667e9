"""The catalogue keeps the rules of DCAT-AP-SE, as our own shapes state them."""

from pathlib import Path

import pytest
import rdflib  # its namespaces are not imported by name: pytest asks every name for mocks, and they warn
from pyshacl import validate
from rdflib import DCTERMS, FOAF, Graph, Literal, URIRef

from bredvid.report.data.catalogue import catalogue_of
from bredvid.report.data.publisher import publisher_of
from bredvid.report.data.rendering import listing_of
from bredvid.report.data.tests.example import make_release

# rdflib warns of itself for every triple.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
SHAPES = Path(__file__).with_name("dcat-ap-se.shacl.ttl")
BASE = "https://data.example/bredvid/"
EMAIL = "data@bredvid.example"


def make_catalogue(*, demonstration: bool = False) -> bytes:
    listing = listing_of(make_release(demonstration=demonstration), base_url=BASE, contact_email=EMAIL)
    publisher = publisher_of(demonstration=demonstration, contact_email=EMAIL)
    return catalogue_of([listing], publisher=publisher, base_url=BASE)


def make_graph(**how: bool) -> Graph:
    return Graph().parse(data=make_catalogue(**how), format="xml")


def conforms(graph: Graph) -> tuple[bool, str]:
    good, _, text = validate(graph, shacl_graph=str(SHAPES))
    return good, text


@pytest.mark.parametrize("demonstration", [False, True])
def test_the_catalogue_keeps_every_rule(demonstration):
    good, text = conforms(make_graph(demonstration=demonstration))
    assert good, text


@pytest.mark.parametrize(
    ("about", "what"),
    [
        (rdflib.DCAT.Catalog, DCTERMS.license),
        (rdflib.DCAT.Catalog, DCTERMS.publisher),
        (rdflib.DCAT.Dataset, DCTERMS.publisher),
        (rdflib.DCAT.Dataset, DCTERMS.description),
        (rdflib.DCAT.Distribution, rdflib.DCAT.accessURL),
        (rdflib.DCAT.Distribution, DCTERMS.license),
        (FOAF.Agent, FOAF.name),
    ],
)
def test_the_shapes_miss_what_is_taken_away(about, what):
    graph = make_graph()
    (subject, *_) = graph.subjects(predicate=None, object=about)
    graph.remove((subject, what, None))
    assert not conforms(graph)[0]


def test_the_shapes_want_both_languages():
    graph = make_graph()
    for subject, title in list(graph.subject_objects(DCTERMS.title)):
        if isinstance(title, Literal) and title.language == "en":
            graph.remove((subject, DCTERMS.title, title))
    assert not conforms(graph)[0]


def test_every_identifier_of_ours_begins_with_the_base_address():
    graph = make_graph()
    ours = {subject for subject in graph.subjects() if isinstance(subject, URIRef)}
    assert ours
    assert all(str(subject).startswith(BASE) for subject in ours)


def test_every_file_of_the_data_sets_can_be_downloaded_from_the_catalogue():
    listing = listing_of(make_release(demonstration=False), base_url=BASE, contact_email=EMAIL)
    addresses = {str(address) for address in make_graph().objects(predicate=rdflib.DCAT.downloadURL)}
    names = {file.name for name in ("csv", "xlsx", "datapackage", "jsonstat_sv") for file in listing[1][name]}
    assert {f"{BASE}x/data/{name}" for name in names} <= addresses


def test_an_invented_round_is_published_by_nobody_real_and_says_so():
    catalogue = make_catalogue(demonstration=True).decode()
    assert "Roks" not in catalogue
    assert "DEMONSTRATION" in catalogue


def test_an_invented_round_is_about_no_year():
    assert not list(make_graph(demonstration=True).objects(predicate=DCTERMS.temporal))


def test_real_and_invented_rounds_never_share_a_catalogue():
    listings = [
        listing_of(make_release(demonstration=invented), base_url=BASE, contact_email=EMAIL)
        for invented in (True, False)
    ]
    publisher = publisher_of(demonstration=False, contact_email=EMAIL)
    with pytest.raises(ValueError, match="never both"):
        catalogue_of(listings, publisher=publisher, base_url=BASE)
