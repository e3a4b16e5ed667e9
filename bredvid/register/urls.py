"""Addresses of the register, under /personal/register/."""

from django.urls import URLPattern, URLResolver, path

from bredvid.register import counting_urls as counting
from bredvid.register.importing import urls as importing
from bredvid.register.views.log import log
from bredvid.register.views.log_review import log_review

app_name = "register"
urlpatterns: list[URLPattern | URLResolver] = [
    *counting.urlpatterns,
    path("atkomstlogg/", log, name="log"),
    path("atkomstlogg/<int:month>/granska/", log_review, name="log-review"),
    *importing.urlpatterns,
]
