"""Addresses of the pages where the report is written. All under /personal/, for staff."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.roles import Action
from bredvid.report.editing import chapter_views, hand_back_views, views

navigation.add(
    navigation.Place(
        "report:editing:rounds",
        _("Reports"),
        _("Write the report of a round, look at it and publish it."),
        Action.REPORT_EDIT,
    )
)

_CHAPTER = "<slug:code>/<slug:kind>/<slug:slug>/<slug:language>/"

app_name = "editing"
urlpatterns: list[URLPattern] = [
    path("", views.rounds, name="rounds"),
    path("<slug:code>/", views.chapters, name="chapters"),
    path("<slug:code>/bygg/", views.build_draft, name="build"),
    path("<slug:code>/nytt/", views.new_chapter, name="new"),
    path("<slug:code>/ordning/<slug:slug>/", views.order, name="order"),
    path(_CHAPTER, chapter_views.chapter, name="chapter"),
    path(f"{_CHAPTER}historik/", chapter_views.history, name="history"),
    path(f"{_CHAPTER}lamna-tillbaka/", hand_back_views.hand_back, name="hand-back"),
]
