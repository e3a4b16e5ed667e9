"""Addresses of the desk, under /personal/rum/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.navigation import Place
from bredvid.accounts.roles import Action
from bredvid.room.desk.views import api, pages

app_name = "room-desk"
navigation.add(
    Place("room-desk:home", _("Those who write"), _("Read and answer those who write to you."), Action.ROOM_ANSWER)
)
urlpatterns = [
    path("", pages.home, name="home"),
    path("tider/", pages.hours, name="hours"),
    path("api/tillstand/", api.state, name="state"),
    path("api/uppstart/", api.set_up, name="set-up"),
    path("api/nyckel/", api.join, name="join"),
    path("api/las/", api.add_lock, name="add-lock"),
    path("api/oppnat/", api.unlocked, name="unlocked"),
    path("api/kollegor/<int:number>/", api.let_in, name="let-in"),
    path("api/kollegor/<int:number>/bort/", api.take_away, name="take-away"),
    path("api/rum/", api.rooms, name="rooms"),
    path("api/rum/<int:number>/", api.append, name="append"),
    path("api/rum/<int:number>/<int:start>/", api.read, name="read"),
]
