"""Addresses of the public pages. A round's pages stand under its code, so that a link keeps its meaning."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, register_converter

from bredvid.accounts.addresses import DRAFT
from bredvid.report import round_codes
from bredvid.report.views import (
    catalogue,
    downloads,
    embedding,
    maps,
    municipalities,
    municipality,
    questions,
    reading,
    response,
    start,
    texts,
    trends,
)


class RoundCode:
    """A round's code: a year, perhaps with a letter, or a demonstration; `-utkast` is its draft, for staff only."""

    regex = f"(?:{round_codes.PUBLIC})(?:{DRAFT})?"

    def to_python(self, value: str) -> str:
        """The code as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it stands."""
        return value


register_converter(RoundCode, "round")

app_name = "report"
urlpatterns: list[URLPattern | URLResolver] = [
    path("personal/rapport/", include("bredvid.report.publishing.urls")),
    path("personal/rapport/", include("bredvid.report.editing.urls")),
    path("", start.start, name="start"),
    path("ord/", texts.words, name="words"),
    path("rekommendationer/", texts.recommendations, name="recommendations"),
    path("for/<slug:audience>/", texts.audience, name="audience"),
    path("om/", texts.about, name="about"),
    path("trender/", trends.trends, name="trends"),
    path("trender/<slug:question>/", trends.trend, name="trend"),
    path("data/catalog.rdf", downloads.catalogue, name="data-catalogue"),
    path("<round:code>/", reading.round_page, name="round"),
    path("<round:code>/rapport/<slug:chapter>/", reading.chapter, name="chapter"),
    path("<round:code>/metod/", reading.method, name="method"),
    path("<round:code>/svarsfrekvens/", response.response, name="response"),
    path("<round:code>/fragor/", questions.questions, name="questions"),
    path("<round:code>/fragor/<slug:question>/", questions.question, name="question"),
    path("<round:code>/fragor/<slug:question>/inbaddad/", embedding.embedded, name="embedded"),
    path("<round:code>/fragor/<slug:question>/<str:file>", downloads.question_file, name="question-file"),
    path("<round:code>/kommuner/", municipalities.municipalities, name="municipalities"),
    path("<round:code>/kommuner/<slug:slug>/", municipality.municipality, name="municipality"),
    path("<round:code>/karta/", maps.overview, name="map"),
    path("<round:code>/karta/<slug:question>/", maps.question_map, name="question-map"),
    path("<round:code>/data/", downloads.data, name="data"),
    path("<round:code>/data/<str:file>", downloads.data_file, name="data-file"),
    path("<round:code>/rapport.pdf", downloads.pdf, name="pdf"),
]

if settings.SHOW_CATALOGUE:
    urlpatterns.append(path("katalog/", catalogue.catalogue, name="catalogue"))
