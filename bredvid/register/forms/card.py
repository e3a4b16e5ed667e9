"""The quick card: what every contact is asked, and under "more" all else."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from bredvid.register.actions.contacts import MOST_ALIKE, new_key
from bredvid.register.codebook import Variable, current
from bredvid.register.forms.coded import CodedForm, as_initial
from bredvid.register.forms.questions import Question
from bredvid.register.forms.when_where import month_field, place_field
from bredvid.register.models import Contact, Unit
from bredvid.register.rules.coding import QUICK, has_need, not_filled_in

WHY = "unmet_why"


def quick_variables() -> list[Variable]:
    """What the quick card asks, in its order."""
    return [current().variable(code) for code in QUICK]


def more_variables() -> list[Variable]:
    """What may be told besides, in the codebook's order."""
    return [variable for variable in current().card("more") if "contact" in variable.on]


class CardForm(CodedForm):
    """A contact. `held` is the contact that is corrected: what was not filled in there may stay so."""

    def __init__(self, *args: Any, unit: Unit, held: Contact | None = None, **options: Any) -> None:
        quick = quick_variables()
        empty = not_filled_in(stored_on(held)) if held else ()
        self.why_needed = WHY not in empty
        super().__init__(
            *args,
            variables=[*quick, *more_variables()],
            needed={each.column for each in quick} - {*empty, WHY},
            **options,
        )
        self.fields["month"] = month_field(unit)
        self.fields["place"] = place_field(unit, also=held.place if held else 0)
        if held is None:
            self.fields["key"] = forms.IntegerField(required=False, widget=forms.HiddenInput, initial=new_key)
            self.fields["times"] = _times()

    def missing(self) -> list[str]:
        """As on any card; and the reason, when a need is marked."""
        lacks_why = self.why_needed and has_need(self.values) and not self.values.get(WHY)
        return super().missing() + ([WHY] if lacks_why else [])

    def is_needed(self, column: str) -> bool:
        """As on any card; the reason too, which is shown only when a need is marked."""
        return super().is_needed(column) or (column == WHY and self.why_needed)

    def quick(self) -> list[Question]:
        """The questions of the quick card."""
        return [self.question(variable.column) for variable in quick_variables()]

    def more(self) -> list[Question]:
        """The questions under "more"."""
        return [self.question(variable.column) for variable in more_variables()]

    def more_is_told(self) -> bool:
        """Whether anything under "more" is filled in or wrong, so that it should stand open."""
        fields = [variable.column for variable in more_variables()] + ["times"]
        told = any(any(choice.value for choice in each.chosen) for each in self.more())
        return told or any(field in self.errors for field in fields) or str(self.sent_times()) != "1"

    def sent_times(self) -> Any:
        """How many alike, as it stands on the card."""
        return self["times"].value() or 1 if "times" in self.fields else 1


def stored_on(contact: Contact) -> dict[str, int]:
    """What is stored on a contact, by column."""
    return {variable.column: getattr(contact, variable.column) for variable in current().on("contact")}


def initial_of(contact: Contact) -> dict[str, Any]:
    """A contact as the card takes it."""
    return {**as_initial(stored_on(contact)), "month": contact.month, "place": contact.place}


def initial_of_her(known: Mapping[str, int]) -> dict[str, Any]:
    """What is known of her in a support period, as the card takes it."""
    return as_initial({column: known[column] for column in ("age", "situation", "forms")})


def _times() -> forms.IntegerField:
    words = _("Between 1 and %(most)d.") % {"most": MOST_ALIKE}
    return forms.IntegerField(
        label=_("Number alike"), required=False, initial=1, min_value=1, max_value=MOST_ALIKE,
        error_messages={"min_value": words, "max_value": words, "invalid": words},
    )  # fmt: skip
