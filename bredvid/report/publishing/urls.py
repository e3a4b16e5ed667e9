"""Address of the page where a round is published, under /personal/, for staff."""

from django.urls import URLPattern, path

from bredvid.report.publishing import views

app_name = "publishing"
urlpatterns: list[URLPattern] = [path("<slug:code>/publicera/", views.publish, name="publish")]
