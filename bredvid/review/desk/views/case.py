"""One municipality in a round: where it stands, its answers, its links, and what can be done with each."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.review.answering.standing import standing_of
from bredvid.review.desk import actions
from bredvid.review.desk.invitations import send_links
from bredvid.review.desk.reading import next_to_read, read_of
from bredvid.review.desk.reads import cases_of
from bredvid.review.models import Case, Fieldwork, Outcome, Submission


def case_or_404(code: str, slug: str) -> Case:
    """The municipality of a round by their addresses. Raises Http404; never one of another round."""
    return get_object_or_404(cases_of(get_object_or_404(Fieldwork, pk=code)), slug=slug)


@requires(Action.ANSWER_READ)
def case(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Everything of one municipality, on one page."""
    return render_case(request, case_or_404(code, slug))


def render_case(request: HttpRequest, found: Case, *, told: str = "") -> HttpResponse:
    """The page of a municipality. `told` is a link that was made just now: it is shown this once."""
    standing = standing_of(found)
    context = {
        "round": found.fieldwork,
        "case": found,
        "sections": read_of(standing),
        "answered": sum(part.answered for part in standing.parts),
        "put": sum(len(part.questions) for part in standing.parts),
        "links": found.links.select_related("made_by")[:5],
        "letters": found.letters.all()[:8],
        "outcomes": Outcome.choices,
        "submissions": Submission.objects.filter(case=found).order_by("-number"),
        "next": next_to_read(found),
        "reopens": actions.opens_again(found),
        "told": told,
        "may_link": allows(request.user, Action.LINK_MANAGE),
        "may_correct": allows(request.user, Action.ANSWER_CORRECT),
        "may_lock": allows(request.user, Action.ANSWER_LOCK),
    }
    return render(request, "review/desk/case.html", context)


@require_POST
@requires(Action.LINK_MANAGE)
def set_mailbox(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Sets the municipality's functional address."""
    found = case_or_404(code, slug)
    mailbox = request.POST.get("mailbox", "").strip()
    try:
        if mailbox:
            validate_email(mailbox)
    except ValidationError:
        messages.error(
            request, gettext("“%(text)s” is no e-mail address. Nothing was changed.") % {"text": mailbox[:100]}
        )
    else:
        actions.set_mailboxes(by=staff_of(request), fieldwork=found.fieldwork, mailboxes={found.code: mailbox})
        messages.success(request, gettext("Saved."))
    return _back(found)


@require_POST
@requires(Action.LINK_MANAGE)
def link(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Makes a link: mailed, or told once on the page. Or withdraws those there are."""
    found = case_or_404(code, slug)
    if "withdraw" in request.POST:
        if actions.end_links(by=staff_of(request), case=found):
            messages.success(request, gettext("The link is withdrawn. It now answers like one that never was."))
        return _back(found)
    if "mail" in request.POST:
        return _mail(request, found)
    if "make" not in request.POST:
        return _back(found)
    ((_, _, token),) = actions.new_links(by=staff_of(request), cases=[found])
    return render_case(request, case_or_404(code, slug), told=_address(request, token))


@require_POST
@requires(Action.ANSWER_LOCK)
def lock(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Locks the answers after reading them, or unlocks; with `next`, goes on to the next that waits."""
    found = case_or_404(code, slug)
    actions.lock(by=staff_of(request), case=found, locked="unlock" not in request.POST)
    following = next_to_read(found) if "next" in request.POST else None
    if "next" in request.POST and following is None:
        messages.success(request, gettext("All answers that were submitted are read and locked."))
        return redirect("desk:round", code)
    return _back(following or found)


@require_POST
@requires(Action.ANSWER_CORRECT)
def outcome(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Notes what came of asking the municipality."""
    found = case_or_404(code, slug)
    if request.POST.get("outcome") in Outcome.values:
        actions.note_outcome(by=staff_of(request), case=found, outcome=Outcome(request.POST["outcome"]))
        messages.success(request, gettext("Saved."))
    return _back(found)


def _mail(request: HttpRequest, found: Case) -> HttpResponse:
    if not found.mailbox:
        messages.error(request, gettext("There is no address to send a link to. Write one first."))
    elif found.state == Case.State.SUBMITTED and not actions.opens_again(found):
        messages.error(
            request,
            gettext("The answers cannot be opened again now. Unlock them, or open the round, and send again."),
        )
    else:
        again = actions.opens_again(found)
        send_links(by=staff_of(request), cases=[found], address=lambda token: _address(request, token))
        messages.success(
            request,
            gettext("The mail is on its way. The answers are opened again when the link is used with its code.")
            if again
            else gettext("The mail is on its way."),
        )
    return _back(found)


def _address(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("answering:start", args=[token]))


def _back(found: Case) -> HttpResponse:
    return redirect("desk:case", found.fieldwork_id, found.slug)
