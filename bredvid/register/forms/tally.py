"""A press during a busy night: who got in touch, by the channel chosen above, this month unless another is chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from bredvid.register.codebook import Variable, current
from bredvid.register.forms.when_where import month_field, place_field
from bredvid.register.models import Unit

# Whom the large buttons are for. Who will not say who she is is not known either, on a night like this.
BUTTONS = ("HON", "NÄR", "YRK", "OK")


class TallyForm(forms.Form):
    """One press. Its month may be left open: then it is the month of the press."""

    key = forms.IntegerField(min_value=1)
    channel = forms.ChoiceField(choices=[])
    who = forms.ChoiceField(choices=[(code, code) for code in BUTTONS])

    def __init__(self, *args: Any, unit: Unit, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["channel"] = forms.ChoiceField(choices=[(code, code) for code in _variable("channel").by_code])
        self.fields["month"] = month_field(unit, open_as=_("This month"))
        self.fields["place"] = place_field(unit)

    def stored(self) -> dict[str, int]:
        """What the press stores: channel and who, and nothing else is filled in."""
        return {column: _variable(column).stored([self.cleaned_data[column]]) for column in ("channel", "who")}


def _variable(column: str) -> Variable:
    return current().by_column[column]
