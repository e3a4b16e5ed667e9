"""What a coordinator fills in: when somebody answers."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy as _

from bredvid.places import openness


class HoursForm(forms.Form):
    """The hours of a week, as the register of services writes them."""

    hours = forms.CharField(
        label=_("Hours"),
        required=False,
        max_length=120,
        help_text=_(
            "Days and times: 1 is Monday and 7 Sunday. 1-5 09:00-16:00; 6 10:00-14:00 is weekdays and Saturday. "
            "Leave it empty if you do not want to say."
        ),
    )

    def clean_hours(self) -> str:
        """The hours; a fault says which part of them cannot be read."""
        text = " ".join(str(self.cleaned_data["hours"]).split()).rstrip(";")
        for part in filter(None, (each.strip() for each in text.split(";"))):
            try:
                openness.periods(part)
            except ValueError:
                fault = gettext("“%(part)s” cannot be read. Write it as 1-5 09:00-16:00.") % {"part": part}
                raise ValidationError(fault) from None
        return text
