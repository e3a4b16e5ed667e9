"""Pages about colleagues: who there is, what each may do, and what to do when somebody has lost her phone."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from bredvid.accounts import actions, mails, reads
from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.accounts.forms import ReasonForm, RolesForm
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import ROLES
from bredvid.accounts.saying import saying


@requires(Action.STAFF_READ)
@require_GET
def colleagues(request: HttpRequest) -> HttpResponse:
    """Everybody, with a search, and those who have not answered their invitation."""
    query = request.GET.get("q", "")[:100]
    people = [(person, [ROLES[c].label for c in ROLES if c in person.roles]) for person in reads.staff(query)]
    waiting = [(each, reads.is_open(each), [ROLES[c].label for c in each.roles]) for each in reads.invitations()]
    values = {"people": people, "waiting": waiting, "query": query, "may_change": _may_change(request)}
    return render(request, "accounts/colleagues.html", values)


@requires(Action.STAFF_READ)
@require_GET
def colleague(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them."""
    return _page(request, get_object_or_404(reads.staff(), pk=pk))


@requires(Action.STAFF_CHANGE)
@require_POST
def roles(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives her the roles that are ticked and no others."""
    person = get_object_or_404(Staff, pk=pk)
    form = RolesForm(request.POST)
    if not form.is_valid():
        return _page(request, person, roles_form=form)
    said = gettext("The roles are changed.")
    return _do(request, person, said, actions.change_roles, roles=form.cleaned_data["roles"])


@requires(Action.STAFF_CHANGE)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes her account."""
    person, form = get_object_or_404(Staff, pk=pk), ReasonForm(request.POST, prefix="close")
    if not form.is_valid():
        return _page(request, person, close_form=form)
    said = gettext("The account is closed, and signed out everywhere.")
    return _do(request, person, said, actions.deactivate, reason=form.cleaned_data["reason"])


@requires(Action.STAFF_CHANGE)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens it again."""
    person = get_object_or_404(Staff, pk=pk)
    return _do(request, person, gettext("The account is open again."), actions.reactivate)


@requires(Action.STAFF_CHANGE)
@require_POST
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes away her second factors, so that she can set up new ones; she is told by mail."""
    person, form = get_object_or_404(Staff, pk=pk), ReasonForm(request.POST, prefix="reset")
    if not form.is_valid():
        return _page(request, person, reset_form=form)
    said = gettext("The second factor is reset. A new one is set up at the next sign-in.")
    return _do(request, person, said, _reset_and_tell, reason=form.cleaned_data["reason"])


def _reset_and_tell(*, by: Staff, staff: Staff, reason: str) -> None:
    actions.reset_second_factor(by=by, staff=staff, reason=reason)
    mails.tell_reset(staff, by)


def _do(request: HttpRequest, person: Staff, said: str, action: Callable[..., None], **values: Any) -> HttpResponse:
    """Does it and says so, or says why not; the page is the same."""
    try:
        action(by=staff_of(request), staff=person, **values)
    except actions.StaffError as error:
        messages.error(request, saying(error))
    else:
        messages.success(request, said)
    return HttpResponseRedirect(reverse("accounts:colleague", args=[person.pk]))


def _may_change(request: HttpRequest) -> bool:
    return allows(request.user, Action.STAFF_CHANGE)


def _page(request: HttpRequest, person: Staff, **forms: Any) -> HttpResponse:
    values = {
        "person": person,
        "roles": [(role, code in person.roles) for code, role in ROLES.items()],
        "may_change": _may_change(request),
        "is_self": staff_of(request).pk == person.pk,
        "close_form": forms.get("close_form") or ReasonForm(prefix="close"),
        "reset_form": forms.get("reset_form") or ReasonForm(prefix="reset"),
    }
    return render(request, "accounts/colleague.html", values, status=400 if forms else 200)
