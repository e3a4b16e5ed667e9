"""Addresses of a municipality's own pages, behind its personal link."""

from django.urls import path

from bredvid.review.answering.views import entrance, figures, handing_in, overview, reopening, sections

app_name = "answering"
urlpatterns = [
    path("<str:token>/", entrance.start, name="start"),
    path("<str:token>/formular/", entrance.whole_form, name="form"),
    path("<str:token>/kod/", entrance.code, name="code"),
    path("<str:token>/stang/", entrance.close, name="close"),
    path("<str:token>/del/<slug:section>/", sections.section, name="section"),
    path("<str:token>/oversikt/", overview.overview, name="overview"),
    path("<str:token>/siffror/", figures.figures, name="figures"),
    path("<str:token>/lamna-in/", handing_in.hand_in, name="hand-in"),
    path("<str:token>/kvitto/", handing_in.receipt, name="receipt"),
    path("<str:token>/oppna-igen/", reopening.reopen, name="reopen"),
]
