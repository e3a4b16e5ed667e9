"""Forms of those who run the review."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from bredvid.review.models import Fieldwork, Questionnaire, Round


class RoundField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among rounds by their titles."""

    def label_from_instance(self, obj: Any) -> str:
        """The title in the reader's language, with the code."""
        return f"{obj.label('title')} ({obj.pk})"


class RoundForm(forms.ModelForm):  # type: ignore[type-arg]
    """The particulars of a round in the field that may change while it goes on."""

    previous = RoundField(
        Round.objects.filter(draft=False),
        required=False,
        empty_label=_("None"),
        label=_("Round whose answers are shown beside"),
        help_text=_("Where its questions can be compared, a municipality sees what it answered then."),
    )

    class Meta:
        model = Fieldwork
        fields: tuple[str, ...] = (
            "title_sv",
            "title_en",
            "year",
            "answer_by",
            "contact",
            "previous",
            "fieldwork_sv",
            "fieldwork_en",
        )
        labels = {
            "title_sv": _("Title in Swedish"),
            "title_en": _("Title in English"),
            "year": _("Year"),
            "answer_by": _("Answer by"),
            "contact": _("Address that municipalities may write to"),
            "fieldwork_sv": _("How it is done, in Swedish"),
            "fieldwork_en": _("How it is done, in English"),
        }
        help_texts = {
            "contact": _("It stands on the form and in every mail."),
            "answer_by": _("Said on the form. Answers are taken until you close the round."),
            "fieldwork_sv": _(
                "One or two sentences for the report: when the questions went out, and how often you reminded."
            ),
        }
        widgets = {"answer_by": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class NewRoundForm(RoundForm):
    """A new round: its code and its questionnaire are chosen once."""

    code = forms.RegexField(
        r"^[0-9]{4}[a-z]?$",
        max_length=5,
        label=_("Code"),
        help_text=_(
            "The year, with a letter if there are several: 2026 or 2026b. It stands in the report's address for good."
        ),
        error_messages={"invalid": _("Write four digits, and a small letter if you like: 2026 or 2026b.")},
    )
    questionnaire = forms.ModelChoiceField(
        Questionnaire.objects.filter(reconstructed=False),
        label=_("Questionnaire"),
        empty_label=None,
        help_text=_("It cannot be changed once the round has begun: a changed question is a new version."),
    )

    class Meta(RoundForm.Meta):
        fields = ("code", "questionnaire", *RoundForm.Meta.fields)

    def clean_code(self) -> str:
        """A code is taken once, by a round in the field or by a published one."""
        code = str(self.cleaned_data["code"])
        if Fieldwork.objects.filter(code=code).exists() or Round.objects.filter(code=code).exists():
            raise forms.ValidationError(
                gettext("There is a round %(code)s already. Choose another code.") % {"code": code}
            )
        return code


class ReminderForm(forms.Form):
    """A day when reminders went out."""

    day = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("That is no day. Write it as 2026-11-23.")},
    )

    def clean_day(self) -> date:
        """A reminder that has not gone out yet has reminded nobody."""
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(gettext("That day is still to come. Note it once the reminders have gone out."))
        return day
