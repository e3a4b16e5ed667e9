"""Sums as tables to read: each number with what it is a part of, and an empty cell where nobody counted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.register.codebook import Variable
from bredvid.register.exports.kinds import Kind, variables
from bredvid.register.exports.material import Material
from bredvid.register.reads.lines_in_words import LINE_NAMES
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.rules import sums
from bredvid.register.rules.sums import Figures
from bredvid.register.rules.women import Quality


@dataclass(frozen=True)
class Line:
    """A row: what was counted, its code, how many, and of how many. None is nobody counted, and never nobody."""

    what: str
    code: str
    number: int | None
    base: int | None


@dataclass(frozen=True)
class Table:
    """Lines under a heading, with what their base is."""

    name: str
    title: str
    base: str
    lines: Sequence[Line]


def tables_of(kind: Kind, material: Material, language: str) -> list[Table]:
    """Every table of what is taken out, in the reader's language."""
    found = [_women(material), _quality(material), _months(material)]
    found += _coded(kind.contact, "contact", material.contacts, sums.CONTACTS, sums.ALL, _("contacts"), language)
    found += _coded(
        kind.year, "year", material.rows, sums.WOMEN, sums.FIRST, _("women and girls with a support period"), language
    )
    found += _coded(kind.answer, "answer", material.contacts, sums.FOLLOW_UPS, sums.ALL, _("follow-ups"), language)
    return [*found, _outreach(material)] if kind.outreach else found


def _women(material: Material) -> Table:
    found = material.supported
    known = found.quality != Quality.NOTHING
    lines = []
    for code, label in LINE_NAMES.items():
        line = found.lines[code]
        lines.append(Line(_("%(line)s: at least") % {"line": label}, f"{code}-min", line.low if known else None, None))
        lines.append(Line(_("%(line)s: at most") % {"line": label}, f"{code}-max", line.high if known else None, None))
    lines.append(
        Line(_("Form not known: women and girls"), "unknown-women", found.unknown_women if known else None, None)
    )
    lines.append(
        Line(_("Form not known: contacts"), "unknown-contacts", found.unknown_contacts if known else None, None)
    )
    base = _("women and girls, a count between at least and at most")
    return Table("kvinnor", _("Women and girls supported"), base, lines)


def _quality(material: Material) -> Table:
    found = material.supported
    base = found.contacts or None
    lines = [
        Line(_("Contacts by herself"), "own", found.own if base else None, base),
        Line(
            _("… of which in a support period"), "own-in-period", found.own_linked if base else None, found.own or None
        ),
    ]
    return Table("rakning", _("What the count stands on"), _("contacts; contacts by herself"), lines)


def _months(material: Material) -> Table:
    total = sums.count(material.contacts, sums.CONTACTS) or None
    lines = [
        Line(month_in_words(month), str(month), sums.count(figures, sums.CONTACTS) or None, total)
        for month, figures in sorted(material.months.items())
    ]
    return Table("manader", _("Contacts by month"), _("contacts of the year"), lines)


def _coded(
    columns: tuple[str, ...], on: str, figures: Figures, name: str, key: str, base: str, language: str
) -> Iterator[Table]:
    for variable in variables(columns, on):
        lines = list(_lines(variable, figures, sums.count(figures, name, key), language))
        # The same variable may stand on contacts and on women's and girls' years: a heading stands once.
        label = variable.label(language)
        title = _("%(what)s: women and girls") % {"what": label} if on == "year" else label
        yield Table(f"{variable.code}-{on}", title, base, lines)


def _lines(variable: Variable, figures: Figures, base: int, language: str) -> Iterator[Line]:
    """Each code of those of whom it was filled in, then those of whom it was not, of all."""
    empty = sums.count(figures, variable.column, 0)
    filled = base - empty
    number: Callable[[int], int | None] = lambda key: sums.count(figures, variable.column, key) if filled else None  # noqa: E731
    for code in variable.codes:
        yield Line(code.label(language), code.code, number(code.number), filled or None)
    yield Line(_("Not filled in"), "0", empty if base else None, base or None)


def _outreach(material: Material) -> Table:
    events = sums.count(material.contacts, sums.OUTREACH, sums.EVENTS)
    lines = [Line(_("Occasions"), "events", events or None, None)]
    for label, key in ((_("Reached"), sums.REACHED), (_("Talks"), sums.CONVERSATIONS)):
        counted = sums.count(material.contacts, sums.OUTREACH, key + sums.COUNTED)
        number = sums.count(material.contacts, sums.OUTREACH, key) if counted else None
        lines.append(Line(_("%(what)s, where it was counted") % {"what": label}, key, number, None))
        lines.append(
            Line(
                _("%(what)s: occasions where it was counted") % {"what": label},
                f"{key}-counted",
                counted or None,
                events or None,
            )
        )
    return Table("uppsokande", _("Outreach"), _("occasions"), lines)
