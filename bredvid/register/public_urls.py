"""What of the register anybody may read: its codebook."""

from django.urls import path

from bredvid.register.views import codebook

app_name = "codebook"
urlpatterns = [
    path("", codebook.page, name="page"),
    path("kodbok.csv", codebook.file, name="file"),
]
