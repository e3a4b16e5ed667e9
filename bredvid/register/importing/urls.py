"""Addresses of bringing in a sheet, under /personal/register/importera/."""

from django.urls import URLPattern, path

from bredvid.register.importing.views import columns, done, files, preview

urlpatterns: list[URLPattern] = [
    path("importera/", files.files, name="import"),
    path("importera/kolumner/", columns.columns, name="import-columns"),
    path("importera/granska/", preview.judged, name="import-judged"),
    path("importera/<int:pk>/", done.done, name="import-done"),
    path("importera/<int:pk>/ta-tillbaka/", done.take_back, name="import-take-back"),
]
