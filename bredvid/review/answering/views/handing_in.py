"""Handing in: what it means, the act, and its receipt."""

from django.http import HttpResponse
from django.shortcuts import redirect

from bredvid.review.answering import actions
from bredvid.review.answering.access import Visit, behind_link
from bredvid.review.answering.given import number_in
from bredvid.review.answering.pages import is_answerable, page
from bredvid.review.answering.receipts import receipt_of
from bredvid.review.answering.standing import standing_of
from bredvid.review.answering.views.overview import show_overview
from bredvid.review.fieldwork.saving import NotOpen
from bredvid.review.models import Submission


@behind_link("GET", "POST")
def hand_in(visit: Visit) -> HttpResponse:
    """Says what happens, and does it."""
    if visit.request.method == "POST":
        return _hand_in(visit)
    if not is_answerable(visit.case):
        return redirect(visit.url("overview"))
    standing = standing_of(visit.case)
    if standing.lacking:
        return redirect(visit.url("overview"))
    answered = sum(part.answered for part in standing.parts)
    return page(visit, "hand_in", standing=standing, answered=answered, again=visit.case.first_submitted_at is not None)


@behind_link("GET")
def receipt(visit: Visit) -> HttpResponse:
    """What was handed in the last time, as it was."""
    submission = Submission.objects.filter(case=visit.case).select_related("case").order_by("-number").first()
    if submission is None:
        return redirect(visit.url("overview"))
    return page(visit, "receipt", receipt=receipt_of(submission, standing_of(visit.case)))


def _hand_in(visit: Visit) -> HttpResponse:
    read = number_in(visit.request.POST.get("read", ""))
    try:
        actions.hand_in(case=visit.case, read=-1 if read is None else read)
    except actions.NotComplete:
        return show_overview(visit, status=422, incomplete=True)
    except actions.ReadOlder:
        return show_overview(visit, status=409, changed_meanwhile=True)
    except NotOpen:
        visit.case.refresh_from_db()
        return show_overview(visit, status=409)
    return redirect(visit.url("receipt"))
