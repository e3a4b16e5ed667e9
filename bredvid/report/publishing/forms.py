"""What is posted to publish: what is new in words, and the round's code as a sign that it is meant."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy as _

_NOTE = forms.Textarea(attrs={"rows": 3})


class PublishForm(forms.Form):
    """`seen` is what the page showed: if it has changed meanwhile, nothing is published."""

    note_sv = forms.CharField(
        label=_("What is new, in Swedish"),
        help_text=_("For readers. The figures that differ are listed by themselves."),
        required=False,
        max_length=1000,
        widget=_NOTE,
    )
    note_en = forms.CharField(label=_("What is new, in English"), required=False, max_length=1000, widget=_NOTE)
    code = forms.CharField(
        label=_("Write the round’s code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=100)

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = code
        self.fields["code"].help_text = gettext("%(code)s, so that it is not done by mistake.") % {"code": code}

    def clean_code(self) -> str:
        """Refuses another code than the round's."""
        given = str(self.cleaned_data["code"]).strip()
        if given != self.expected:
            raise ValidationError(gettext("That is not %(code)s. Nothing is published.") % {"code": self.expected})
        return given
