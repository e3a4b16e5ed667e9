"""Addresses of the pages where the report is written. All under /personal/, for staff."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.roles import Action
from bredvid.report.editing import chapter_views, views

navigation.add(
    navigation.Place(
        "report:editing:rounds",
        _("Reports"),
        _("Write the report of a round, look at it and publish it."),
        Action.REPORT_EDIT,
    )
)

app_name = "editing"
urlpatterns: list[URLPattern] = [
    path("", views.rounds, name="rounds"),
    path("<slug:code>/", views.chapters, name="chapters"),
    path("<slug:code>/bygg/", views.build_draft, name="build"),
    path("<slug:code>/nytt/", views.new_chapter, name="new"),
    path("<slug:code>/ordning/<slug:slug>/", views.order, name="order"),
    path("<slug:code>/<slug:kind>/<slug:slug>/<slug:language>/", chapter_views.chapter, name="chapter"),
    path("<slug:code>/<slug:kind>/<slug:slug>/<slug:language>/historik/", chapter_views.history, name="history"),
]
