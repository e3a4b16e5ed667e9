"""Addresses of the room."""

from django.urls import path

from bredvid.door import views

app_name = "door"
urlpatterns = [
    path("utsatt/", views.help_page, name="help"),
]
