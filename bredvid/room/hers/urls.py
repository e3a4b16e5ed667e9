"""Addresses of her room."""

from django.urls import path

from bredvid.room.hers import opening, views

urlpatterns = [
    path("o", opening.open_room),
    path("e", views.append),
    path("e/<int:start>", views.read),
    path("m", views.remember),
    path("v", views.keep_for),
    path("x", views.destroy),
    path("d", views.open_desks),
]
