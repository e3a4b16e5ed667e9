"""Addresses under /personal/webb/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.roles import Action
from bredvid.webaudit.views import pages

app_name = "webaudit"
urlpatterns = [
    path("", pages.audits, name="audits"),
    path("<slug:code>/", pages.audit, name="audit"),
    path("<slug:code>/webbplatser.csv", pages.sites_file, name="sites-file"),
    path("<slug:code>/grupper/", pages.groups, name="groups"),
    path("<slug:code>/over-tid/", pages.over_time, name="over-time"),
    path("<slug:code>/forandring/<slug:before>/", pages.changed, name="changed"),
    path("<slug:code>/kommun/<str:key>/", pages.site, name="site"),
]

navigation.add(
    navigation.Place(
        "webaudit:audits", _("Web sites"), _("What municipalities' sites tell her, with the passages."), Action.WEB_READ
    )
)
