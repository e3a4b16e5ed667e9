"""Addresses of counting: a card, a press, an evening out, and the month's contacts."""

from django.urls import URLPattern, URLResolver, path

from bredvid.register.views import card, contacts, outreach, tally

urlpatterns: list[URLPattern | URLResolver] = [
    path("rakna/", card.card, name="card"),
    path("rakna/angra/", card.undo, name="card-undo"),
    path("strecka/", tally.tally, name="tally"),
    path("strecka/angra/", tally.undo, name="tally-undo"),
    path("uppsokande/", outreach.outreach, name="outreach"),
    path("uppsokande/<int:number>/", outreach.one_outreach, name="one-outreach"),
    path("uppsokande/<int:number>/ta-bort/", outreach.remove_outreach, name="outreach-remove"),
    path("kontakter/", contacts.contacts, name="contacts"),
    path("kontakter/<int:number>/", contacts.contact, name="contact"),
    path("kontakter/<int:number>/ta-bort/", contacts.remove, name="contact-remove"),
]
