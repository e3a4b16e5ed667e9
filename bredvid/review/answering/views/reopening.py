"""Opening submitted answers again: a fresh link goes to the mailbox on file, and this one ends."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from bredvid.review.answering import actions
from bredvid.review.answering.access import Visit, behind_link, close_visit
from bredvid.review.answering.pages import page
from bredvid.review.answering.views.overview import show_overview
from bredvid.review.fieldwork.saving import NotOpen
from bredvid.review.models import Case


@behind_link("GET", "POST")
def reopen(visit: Visit) -> HttpResponse:
    """Says what happens, and does it."""
    if visit.request.method != "POST":
        return page(visit, "reopen") if visit.case.state == Case.State.SUBMITTED else redirect(visit.url("overview"))
    try:
        actions.ask_to_reopen(case=visit.case, address=lambda token: _address(visit, token))
    except actions.NoMailbox:
        return page(visit, "no_mailbox", status=409)
    except NotOpen:
        return show_overview(visit, status=409)
    # Told at once and not by a redirect: behind this link there is nothing any more.
    return close_visit(visit, page(visit, "reopened"))


def _address(visit: Visit, token: str) -> str:
    return visit.request.build_absolute_uri(reverse("answering:start", args=[token]))
