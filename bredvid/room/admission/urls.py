"""Addresses of admission: nonce, pepper, challenge, sign-in."""

from django.urls import path

from bredvid.room.admission import views

urlpatterns = [
    path("n", views.nonce),
    path("p", views.peppered),
    path("c", views.challenge),
    path("s", views.signed_in),
]
