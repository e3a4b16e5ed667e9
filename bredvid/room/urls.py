"""Addresses of the room, all under /r/: the same in both languages, and in no log."""

from django.urls import include, path

app_name = "room"
urlpatterns = [
    path("", include("bredvid.room.admission.urls")),
    path("", include("bredvid.room.hers.urls")),
]
