"""Contacts of a month in codes, and as short labels. In no order that tells when they were made."""

from dataclasses import dataclass

from django.db.models import QuerySet

from bredvid.register.codebook import Variable, current
from bredvid.register.models import Contact, Unit

# What a line says first; the rest follows by name.
HEADLINE = ("channel", "who")
HER = ("situation", "age")
NAMED = ("forms", "support", "unmet", "unmet_why")


@dataclass(frozen=True)
class Line:
    """A contact as a page lists it: `headline` how and who, `her` what is known of her, `named` the lists by name."""

    contact: Contact
    headline: tuple[str, ...]
    her: tuple[str, ...]
    named: tuple[tuple[str, tuple[str, ...]], ...]


def of_month(unit: Unit, month: int) -> QuerySet[Contact]:
    """A unit's contacts of a month, by their codes."""
    order = (*HEADLINE, *HER, *NAMED, "id")
    return Contact.objects.filter(unit=unit, month=month).order_by(*order)


def contact_of(unit: Unit, number: int) -> Contact | None:
    """A contact of this unit; None for one that is another's, as for one that never was."""
    return Contact.objects.filter(unit=unit, pk=number).first() if number < 1 << 63 else None


def line_of(contact: Contact, language: str) -> Line:
    """A contact in words, "sv" or "en"."""

    def labels(*columns: str) -> tuple[str, ...]:
        return tuple(label for column in columns for label in _labels(contact, column, language))

    named = ((variable.label(language), labels(variable.column)) for variable in _listed())
    return Line(contact, labels(*HEADLINE), labels(*HER), tuple((name, words) for name, words in named if words))


def _listed() -> list[Variable]:
    rest = [each.column for each in current().on("contact") if each.column not in (*HEADLINE, *HER, *NAMED)]
    return [current().by_column[column] for column in (*NAMED, *rest)]


def _labels(contact: Contact, column: str, language: str) -> list[str]:
    return [code.label(language) for code in current().by_column[column].chosen(getattr(contact, column))]
