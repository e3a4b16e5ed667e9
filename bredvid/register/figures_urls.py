"""Addresses of the figures of one's own organisation."""

from django.urls import URLPattern, path

from bredvid.register.views import figures, freezing, yearly

urlpatterns: list[URLPattern] = [
    path("siffror/", figures.figures, name="figures"),
    path("arsfragan/", yearly.yearly, name="yearly"),
    path("stang-ar/", freezing.freeze, name="freeze"),
]
