"""The month and the place that every count has: this month and the unit's own place unless somebody says otherwise."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from bredvid.register.models import Unit
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.reads.open_months import open_months
from bredvid.register.reads.places import NOT_KNOWN, place_names, places_for
from bredvid.register.rules.months import year_of

NOT_OPEN = {"invalid_choice": gettext_lazy("That month is not open. Choose another.")}
NO_PLACE = {"invalid_choice": gettext_lazy("Choose a place in the list.")}


def month_field(unit: Unit, *, open_as: str = "") -> forms.TypedChoiceField:
    """The months of the years that are not closed, this month first.

    `open_as` names a first choice that leaves the month open: None.
    """
    by_year: dict[int, list[tuple[int, str]]] = {}
    for month in open_months(unit):
        by_year.setdefault(year_of(month), []).append((month, month_in_words(month)))
    choices: list[Any] = [("", open_as)] if open_as else []
    return forms.TypedChoiceField(
        label=_("Month"),
        choices=[*choices, *by_year.items()],
        coerce=int,
        required=not open_as,
        empty_value=None,
        error_messages=NOT_OPEN,
    )


def place_field(unit: Unit, *, also: int = NOT_KNOWN) -> forms.TypedChoiceField:
    """The places a unit may choose among, and that the place is not known; `also` the one that stands there already."""
    offered = dict(places_for(unit))
    offered |= {code: name for code, name in place_names([unit.place, also], "sv").items() if code != NOT_KNOWN}
    return forms.TypedChoiceField(
        label=_("Municipality where support was given"),
        choices=[(NOT_KNOWN, _("Don't know")), *offered.items()],
        coerce=int,
        error_messages=NO_PLACE,
    )
