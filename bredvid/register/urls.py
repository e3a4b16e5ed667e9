"""Addresses of the register, under /personal/register/."""

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.navigation import Place
from bredvid.accounts.roles import Action
from bredvid.register import counting_urls as counting, figures_urls as figures, period_urls as periods
from bredvid.register.importing import urls as importing
from bredvid.register.views import units
from bredvid.register.views.exports import exports
from bredvid.register.views.home import home
from bredvid.register.views.log import log
from bredvid.register.views.log_review import log_review

app_name = "register"
navigation.add(
    Place("register:home", _("The register"), _("Contacts, support periods and figures."), Action.FIGURES_READ)
)
navigation.add(
    Place("register:units", _("Organisations"), _("Which organisations count, and who works there."), Action.UNIT_SET)
)
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("enheter/", units.units, name="units"),
    path("enheter/<slug:code>/", units.unit, name="unit"),
    path("enheter/<slug:code>/medarbetare/", units.take_on, name="unit-take-on"),
    path("enheter/<slug:code>/medarbetare/<int:pk>/", units.let_go, name="unit-let-go"),
    *counting.urlpatterns,
    *figures.urlpatterns,
    *periods.urlpatterns,
    path("ta-ut/", exports, name="exports"),
    path("atkomstlogg/", log, name="log"),
    path("atkomstlogg/<int:month>/granska/", log_review, name="log-review"),
    *importing.urlpatterns,
]
