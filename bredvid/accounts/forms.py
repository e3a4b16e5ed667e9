"""What staff write about staff."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.utils.translation import gettext_lazy as _

from bredvid.accounts.models import Invitation, Staff
from bredvid.accounts.roles import ROLES
from bredvid.places.models import Organisation


def role_choices() -> list[tuple[str, Any]]:
    """The roles, as choices."""
    return [(code, role.label) for code, role in ROLES.items()]


class RolesForm(forms.Form):
    """Which roles somebody has."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), required=False, choices=role_choices, widget=forms.CheckboxSelectMultiple
    )


class InviteForm(forms.Form):
    """Whom to invite, and to what."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("Work e-mail"), max_length=254)
    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.all(), required=False, empty_label=_("None of these")
    )
    roles = forms.MultipleChoiceField(label=_("Roles"), choices=role_choices, widget=forms.CheckboxSelectMultiple)


class ReasonForm(forms.Form):
    """Why something is done to a colleague's account."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("It stands in the log. Leave out what is private.")
    )


class NameForm(forms.Form):
    """One's own name."""

    name = forms.CharField(label=_("Name"), max_length=120)


class AcceptForm(forms.Form):
    """The answer to an invitation: a name, and a password or none where a passkey is chosen instead."""

    name = forms.CharField(label=_("Name"), max_length=120)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=password_validators_help_text_html,
    )
    again = forms.CharField(
        label=_("The password again"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, passkey: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation, self.passkey = invitation, passkey

    def clean(self) -> dict[str, Any]:
        """The password twice the same and good enough, unless a passkey is chosen."""
        values = super().clean() or {}
        if self.passkey:
            return values | {"password": None}
        password = values.get("password") or ""
        if not password:
            self.add_error("password", _("Choose a password, or a passkey below."))
        elif password != values.get("again"):
            self.add_error("again", _("The two passwords differ."))
        else:
            try:
                validate_password(password, Staff(email=self.invitation.email, name=values.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return values


class LogForm(forms.Form):
    """Which part of the log to show."""

    person = forms.ModelChoiceField(
        label=_("Person"), queryset=Staff.objects.all(), required=False, empty_label=_("Everybody")
    )
    action = forms.ChoiceField(label=_("What"), required=False)
    month = forms.RegexField(
        label=_("Month"), regex=r"^\d{4}-(0[1-9]|1[0-2])$", required=False, help_text=_("As 2026-11.")
    )

    def __init__(self, *args: Any, actions: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["action"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Everything")), *actions]
