"""An evening out: where, with whom, how many were reached and how many talks it came to."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from bredvid.register.actions.contacts import new_key
from bredvid.register.codebook import current
from bredvid.register.forms.coded import CodedForm, as_initial
from bredvid.register.forms.when_where import month_field, place_field
from bredvid.register.models import Outreach, Unit

# A number with more digits was mistyped.
MOST = 99_999


class OutreachForm(CodedForm):
    """Where you were is the one thing needed. A number left empty says that nobody counted."""

    def __init__(self, *args: Any, unit: Unit, held: Outreach | None = None, **options: Any) -> None:
        variables = current().card("outreach")
        super().__init__(*args, variables=variables, needed={"outreach_arena"}, **options)
        self.fields["reached"] = _number(_("How many did you reach?"))
        self.fields["conversations"] = _number(_("How many talks did it come to?"))
        self.fields["month"] = month_field(unit)
        self.fields["place"] = place_field(unit, also=held.place if held else 0)
        if held is None:
            self.fields["key"] = forms.IntegerField(required=False, widget=forms.HiddenInput, initial=new_key)

    def questions(self) -> list[Any]:
        """The coded questions."""
        return [self.question(column) for column in self.variables]

    def counted(self) -> dict[str, Any]:
        """What to store, by the names of the action's arguments."""
        plain = ("month", "place", "reached", "conversations")
        return {"values": self.values, **{name: self.cleaned_data[name] for name in plain}}


def initial_of(outreach: Outreach) -> dict[str, Any]:
    """What stands there, as the form takes it."""
    coded = {variable.column: getattr(outreach, variable.column) for variable in current().on("outreach")}
    plain = {name: getattr(outreach, name) for name in ("month", "place", "reached", "conversations")}
    return {**as_initial(coded), **plain}


def _number(label: str) -> forms.IntegerField:
    words = _("A whole number, or nothing at all when nobody counted.")
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=MOST,
        error_messages={"invalid": words, "min_value": words, "max_value": words},
    )  # fmt: skip
