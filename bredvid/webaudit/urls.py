"""Addresses under /personal/webb/."""

from django.urls import URLPattern

app_name = "webaudit"
urlpatterns: list[URLPattern] = []
