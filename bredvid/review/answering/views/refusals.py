"""What somebody meets who may not do just this: what happened, and the way on. Nothing typed is lost."""

from collections.abc import Callable

from django.http import HttpResponse

from bredvid.review.answering.access import Visit, open_visit
from bredvid.review.answering.actions import enter
from bredvid.review.answering.pages import page
from bredvid.review.fieldwork.links import WRONG_CODES, code_holds

# What belongs to this page itself, and not to the answers that it carries.
_OWN = ("code",)


def not_from_here(visit: Visit) -> HttpResponse:
    """Answers 403 to what was not sent from a page of ours behind this link."""
    return page(visit, "not_from_here", status=403)


def code_again(visit: Visit, go_on: Callable[[], HttpResponse]) -> HttpResponse:
    """The visit has run out while somebody was typing: asks for the code, and carries all that was typed past it."""
    code = visit.request.POST.get("code", "")
    if code and enter(link=visit.link, code=code):
        visit.opened = True
        return open_visit(visit, go_on())
    visit.link.refresh_from_db()
    carried = [(name, value) for name, values in visit.request.POST.lists() if name not in _OWN for value in values]
    left = WRONG_CODES - visit.link.wrong_codes
    ended = left > 0 and not code_holds(visit.link)
    return page(visit, "code_again", status=403, carried=carried, wrong=bool(code), left=left, ended=ended)
