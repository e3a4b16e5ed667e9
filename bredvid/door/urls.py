"""Addresses of the room: one letter each, so that none of them tells what she has read. No query strings."""

from django.urls import path

from bredvid.door import converters, finding, views

converters.register()

app_name = "door"
urlpatterns = [
    path("a/", views.landing, name="help"),
    path("b/", finding.choose, name="support"),
    path("b/<place:place>/", finding.support, name="support-place"),
    path("b/<place:place>/<choice:choice>/", finding.support, name="support-choice"),
    path("c/", views.recognise, name="recognise"),
    path("d/", views.write, name="write"),
    path("e/", views.rights, name="rights"),
    path("f/", views.safety, name="safety"),
    path("g/", views.about, name="about"),
    path("h/<onward:onward>/", views.leaving, name="leaving"),
    path("i/", views.inside, name="inside"),
    path("y/", views.forget, name="forget"),
    path("utsatt/", views.old, name="old"),
]
