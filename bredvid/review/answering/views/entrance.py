"""The way in: what this is, the whole form to read first, the code, and the way out."""

from django.http import HttpResponse
from django.shortcuts import redirect

from bredvid.review.answering.access import Visit, behind_link, close_visit, open_visit
from bredvid.review.answering.actions import NoMailbox, enter, send_code
from bredvid.review.answering.pages import page, when
from bredvid.review.answering.parts import parts_of
from bredvid.review.answering.standing import unanswered
from bredvid.review.fieldwork.links import WRONG_CODES, TooManyCodes, code_holds, next_code_at
from bredvid.review.forms import form_of


@behind_link("GET", code=False)
def start(visit: Visit) -> HttpResponse:
    """What this is, for whom, by when, and what becomes public. Binds nothing: mail scanners fetch links."""
    form = form_of(visit.case.fieldwork.questionnaire)
    asked = [question for question in form.questions if question.number is not None]
    sections = {question.section for question in asked}
    return page(visit, "start", questions=len(asked), sections=len(sections))


@behind_link("GET", code=False)
def whole_form(visit: Visit) -> HttpResponse:
    """The whole form to read and print before anything is answered. Nobody's answers stand in it."""
    standing = unanswered(visit.case)
    sections = [(section, parts_of(standing, section)) for section in standing.sections]
    return page(visit, "form", sections=[(section, parts) for section, parts in sections if parts])


@behind_link("GET", "POST", code=False)
def code(visit: Visit) -> HttpResponse:
    """Mails the code, and takes it."""
    if visit.request.method != "POST":
        return redirect(visit.url("overview")) if visit.opened else _type_code(visit)
    if "code" in visit.request.POST:
        return _take_code(visit)
    try:
        send_code(link=visit.link, address=visit.request.build_absolute_uri(visit.url("code")))
    except NoMailbox:
        return page(visit, "no_mailbox", status=409)
    except TooManyCodes:
        visit.link.refresh_from_db()
        return _type_code(visit, status=429, next_code=when(next_code_at(visit.link)))
    return redirect(visit.url("code"))


@behind_link("POST", code=False)
def close(visit: Visit) -> HttpResponse:
    """Forgets in this browser that the code was right."""
    return close_visit(visit, redirect(visit.url("start")))


def _take_code(visit: Visit) -> HttpResponse:
    if enter(link=visit.link, code=visit.request.POST["code"]):
        return open_visit(visit, redirect(visit.url("overview")))
    visit.link.refresh_from_db()
    return _type_code(visit, status=422, wrong=True)


def _type_code(visit: Visit, status: int = 200, **values: object) -> HttpResponse:
    link = visit.link
    sent = when(link.code_sent_at) if link.code_sent_at else ""
    left = WRONG_CODES - link.wrong_codes
    # After too many wrong ones the page says just that.
    ended = bool(sent) and left > 0 and not code_holds(link)
    return page(visit, "code", status, sent=sent, left=left, ended=ended, **values)
