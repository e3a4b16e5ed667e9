"""When a contact was, as people write it. Of a date only its month is ever taken. Pure."""

import re
from datetime import date

from django.utils.translation import gettext as _

from bredvid.register.rules.months import is_month
from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.tables import Cell, Odd, Oddity
from bredvid.sheets.words import folded

# The first shelters in Sweden opened in 1978: what is older is mistyped.
FIRST_YEAR = 1978
_NAMES = (
    ("januari", "january", "jan"), ("februari", "february", "feb"), ("mars", "march", "mar"),
    ("april", "apr"), ("maj", "may"), ("juni", "june", "jun"),
    ("juli", "july", "jul"), ("augusti", "august", "aug"), ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_CLOCK = r"(?:[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?"
_NAME = r"(?P<name>[a-zåäö]+)\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}{_CLOCK}",  # 2024-03-05 14:00
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})",  # 20240305
        rf"{_DAY}[-/. ]{_MONTH}[-/. ]{_YEAR}{_CLOCK}",  # 5/3 2024
        rf"{_YEAR}[-/. ]{_MONTH}",  # 2024-03
        rf"{_YEAR}(?P<month>\d{{2}})",  # 202403
        rf"{_MONTH}[-/ ]{_YEAR}",  # 3/2024
        rf"(?:(?:den )?{_DAY}(?::e)? )?{_NAME}[ -]{_YEAR}",  # 5 mars 2024
        rf"{_YEAR}[ -]{_NAME}",  # 2024 mars
    )
)


def month_of(cell: Cell) -> int:
    """The month (202403) of a date, or of a month written with its year. Raises NotUnderstood."""
    text = _text(cell)
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _judged(found.groupdict(), text)
    raise NotUnderstood(
        _("“%(text)s” is no month with its year.") % {"text": text[:40]}, _("Write it as 2024-03 or 2024-03-05.")
    )


def month_in_year(cell: Cell) -> tuple[int, int]:
    """A month of the year (3, mars) and its year where it stands there too, else 0. Raises NotUnderstood."""
    text = _text(cell)
    number = _MONTHS.get(text.rstrip(".")) or (int(text) if text.isdecimal() and len(text) <= 2 else 0)
    if number:
        if number > 12:
            raise _no_month(text)
        return number, 0
    try:
        whole = month_of(cell)
    except NotUnderstood as error:
        raise _no_month(text) if len(text) <= 3 else error from None
    return whole % 100, whole // 100


def year_in(cell: Cell) -> int:
    """A year. Raises NotUnderstood."""
    text = _text(cell)
    if isinstance(cell, Odd) or len(text) != 4 or not text.isdecimal():
        raise NotUnderstood(_("“%(text)s” is no year.") % {"text": text[:40]}, _("Write it as 2024."))
    return _a_year(int(text), text)


def _judged(parts: dict[str, str | None], text: str) -> int:
    name = parts.get("name")
    month = _MONTHS.get(name, 0) if name else int(parts["month"] or 0)
    if not 1 <= month <= 12:
        raise _no_month(text)
    year = _a_year(int(parts["year"] or 0), text)
    try:
        date(year, month, int(parts.get("day") or 1))
    except ValueError:
        raise NotUnderstood(
            _("“%(text)s” is no day that has been.") % {"text": text[:40]}, _("Write it as 2024-03 or 2024-03-05.")
        ) from None
    return year * 100 + month


def _a_year(year: int, text: str) -> int:
    if year < FIRST_YEAR or not is_month(year * 100 + 1):
        raise NotUnderstood(
            _("“%(text)s” is before the first shelters, or far ahead.") % {"text": text[:40]},
            _("Put the year right, from %(first)d on.") % {"first": FIRST_YEAR},
        )
    return year


def _no_month(text: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(text)s” is no month: there are twelve.") % {"text": text[:40]},
        _("Write 1 to 12, or the month’s name; a date as 2024-03-05."),
    )


def _text(cell: Cell) -> str:
    if isinstance(cell, Odd):
        if cell.kind is not Oddity.DATE:
            raise odd_cell(cell)
        return cell.text[:10]
    return folded(cell.removeprefix("'"))
