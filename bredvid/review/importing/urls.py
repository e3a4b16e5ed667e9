"""Addresses of importing, under /personal/granskning/."""

from django.urls import path

from bredvid.review.importing.views import columns, files, preview

app_name = "importing"
_FILE = "<slug:code>/importera/<int:pk>/"
urlpatterns = [
    path("<slug:code>/importera/", files.files, name="files"),
    path(_FILE, preview.file, name="file"),
    path(f"{_FILE}kolumner/", columns.columns, name="columns"),
    path(f"{_FILE}kolumner/map.toml", columns.mapping_file, name="map"),
    path(f"{_FILE}fel.csv", preview.errors_file, name="errors"),
    path(f"{_FILE}ta-emot/", preview.accept_file, name="accept"),
    path(f"{_FILE}lagg-undan/", preview.aside, name="aside"),
    path(f"{_FILE}ta-tillbaka/", preview.take_back, name="take-back"),
]
