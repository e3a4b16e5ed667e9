"""One's own account."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from bredvid.accounts import actions
from bredvid.accounts.access import Door, door, staff_of
from bredvid.accounts.forms import NameForm
from bredvid.accounts.roles import ROLES


@door(Door.INSIDE)
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Name, roles, password, second factor."""
    me = staff_of(request)
    form = NameForm(request.POST or None, initial={"name": me.name})
    if request.method == "POST" and form.is_valid():
        actions.rename(staff=me, name=form.cleaned_data["name"])
        messages.success(request, gettext("Your name is changed."))
        return HttpResponseRedirect(reverse("accounts:account"))
    kinds = list(Authenticator.objects.filter(user_id=me.pk).values_list("type", flat=True))
    values = {
        "form": form,
        "roles": [role for code, role in ROLES.items() if code in me.roles],
        "has_app": "totp" in kinds,
        "keys": kinds.count("webauthn"),
        "has_codes": "recovery_codes" in kinds,
    }
    return render(request, "accounts/account.html", values, status=400 if form.errors else 200)
