"""Addresses: each room has its own; Swedish without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("r/", include("bredvid.room.urls"))]
urlpatterns += i18n_patterns(
    path("", include("bredvid.door.urls")),
    path("personal/granskning/", include("bredvid.review.importing.urls")),
    path("personal/granskning/", include("bredvid.review.desk.urls")),
    path("personal/register/", include("bredvid.register.urls")),
    path("personal/webb/", include("bredvid.webaudit.urls")),
    path("personal/rum/", include("bredvid.room.desk.urls")),
    path("personal/", include("bredvid.accounts.urls")),
    path("kodbok/", include("bredvid.register.public_urls")),
    path("svara/", include("bredvid.review.answering.urls")),
    path("", include("bredvid.report.urls")),
    prefix_default_language=False,
)

handler400 = "bredvid.config.errors.refused"
handler403 = "bredvid.config.errors.forbidden"
handler404 = "bredvid.report.views.missing.missing"
handler500 = "bredvid.config.errors.broken"
