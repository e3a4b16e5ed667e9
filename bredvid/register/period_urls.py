"""Addresses of support periods and follow-ups."""

from django.urls import URLPattern, URLResolver, path

from bredvid.register.views import followups, period_deeds, periods

urlpatterns: list[URLPattern | URLResolver] = [
    path("stod/", periods.periods, name="periods"),
    path("stod/hitta/", periods.find, name="period-find"),
    path("stod/oppna/", periods.open_period, name="period-open"),
    path("stod/uppfoljningar/", periods.due_list, name="due"),
    path("stod/<int:number>/", periods.period, name="period"),
    path("stod/<int:number>/det-vi-vet/", period_deeds.known, name="period-known"),
    path("stod/<int:number>/raknemarke/", period_deeds.mark, name="period-mark"),
    path("stod/<int:number>/vila/", period_deeds.rest, name="period-rest"),
    path("stod/<int:number>/avsluta/", period_deeds.close, name="period-close"),
    path("stod/<int:number>/oppna-igen/", period_deeds.reopen, name="period-reopen"),
    path("stod/<int:number>/folj-upp/", followups.follow_up, name="follow-up"),
]
