"""Addresses of those who run the review, under /personal/granskning/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.roles import Action
from bredvid.review.desk.views import rounds

app_name = "desk"
urlpatterns = [
    path("", rounds.rounds, name="rounds"),
    path("ny/", rounds.new_round, name="new-round"),
    path("<slug:code>/", rounds.round_, name="round"),
    path("<slug:code>/andra/", rounds.change_round, name="change-round"),
    path("<slug:code>/oppna-stang/", rounds.open_or_close, name="open-or-close"),
]

navigation.add(
    navigation.Place(
        "desk:rounds", _("Rounds"), _("Who is asked, what they answer, and the report of it."), Action.ROUND_READ
    )
)
