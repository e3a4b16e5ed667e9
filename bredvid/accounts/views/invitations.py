"""Inviting a colleague, and answering an invitation."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from bredvid.accounts import actions, mails
from bredvid.accounts.access import Action, Door, door, requires, staff_of
from bredvid.accounts.forms import AcceptForm, InviteForm
from bredvid.accounts.invitations import InvitationError, invitation_of, token_of
from bredvid.accounts.models import Invitation, Staff
from bredvid.accounts.saying import saying


@requires(Action.STAFF_INVITE)
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invites somebody: a mail with a link."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = actions.invite(by=staff_of(request), **form.cleaned_data)
        except actions.StaffError as error:
            form.add_error("email", saying(error))
        else:
            return _send(request, invitation)
    return render(request, "accounts/invite.html", {"form": form}, status=400 if form.errors else 200)


@requires(Action.STAFF_INVITE)
@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends a new link; the old one opens nothing any more."""
    invitation = get_object_or_404(Invitation, pk=pk)
    return _send(request, actions.renew(by=staff_of(request), invitation=invitation))


@requires(Action.STAFF_INVITE)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes an invitation back."""
    actions.withdraw(by=staff_of(request), invitation=get_object_or_404(Invitation, pk=pk))
    messages.success(request, gettext("The invitation is withdrawn."))
    return HttpResponseRedirect(reverse("accounts:staff"))


def _send(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    link = request.build_absolute_uri(reverse("accounts:accept", args=[token_of(invitation)]))
    if not settings.MAIL_CONFIGURED:
        return render(request, "accounts/invited_without_mail.html", {"invitation": invitation, "link": link})
    try:
        mails.send_invitation(invitation, link)
    except OSError:
        messages.error(
            request,
            gettext("The invitation is saved, but the mail could not be sent. Renew it when mail works again."),
        )
    else:
        messages.success(
            request,
            gettext("The invitation has been sent to %(email)s.") % {"email": invitation.email},
        )
    return HttpResponseRedirect(reverse("accounts:staff"))


@door(Door.OPEN)
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Answers an invitation. Opening the page uses nothing up: mail programs open links before people do."""
    try:
        invitation = invitation_of(token)
        form = AcceptForm(
            request.POST or None,
            invitation=invitation,
            passkey="passkey" in request.POST,
            initial={"name": invitation.name},
        )
        if request.method == "POST" and form.is_valid():
            name, password = form.cleaned_data["name"], form.cleaned_data["password"]
            return _welcome(request, actions.accept(token=token, name=name, password=password))
    except InvitationError:
        return render(request, "accounts/no_invitation.html", status=404)
    values = {"form": form, "invitation": invitation}
    return render(request, "accounts/accept.html", values, status=400 if form.errors else 200)


def _welcome(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Signs her in and leads to what is left: the passkey, or the second factor."""
    # In a browser where somebody else had signed in, she goes out first.
    get_adapter().logout(request)
    has_password = staff.has_usable_password()
    if has_password:
        # She has just written it: she need not write it again before setting up her second factor.
        record_authentication(request, staff, method="password", reauthenticated=True)
    url = reverse("mfa_index" if has_password else "mfa_add_webauthn")
    response: HttpResponse = perform_login(request, Login(user=staff, redirect_url=url))
    return response
