"""Addresses of the room."""

from django.urls import URLPattern

app_name = "door"
urlpatterns: list[URLPattern] = []
