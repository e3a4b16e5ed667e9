"""Addresses on the door's own host: her pages, and nothing else. The bare host is her first page."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from bredvid.door import views

urlpatterns: list[URLPattern | URLResolver] = [path("r/", include("bredvid.room.urls"))]
urlpatterns += i18n_patterns(
    path("", views.landing),
    path("", include("bredvid.door.urls")),
    prefix_default_language=False,
)

handler400 = "bredvid.door.views.missing"
handler403 = "bredvid.door.views.missing"
handler404 = "bredvid.door.views.missing"
handler500 = "bredvid.door.views.broken"
