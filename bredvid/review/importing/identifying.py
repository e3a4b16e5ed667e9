"""Which row is about which case, for a whole table at once: two rows for one municipality are seen only so."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from bredvid.review.importing.cases import CaseRow
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.municipalities import NotIdentified, identify
from bredvid.review.importing.problems import Problem
from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.municipalities import Identified, Municipalities
from bredvid.sheets.tables import Odd, Row, Table, letter, text_of


@dataclass
class Places:
    """Row number → case; rows about no case, or about one that another row has too; what was forgiven."""

    cases: dict[int, CaseRow] = field(default_factory=dict)
    problems: dict[int, Problem] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


_MOST_NOTES = 20


def identify_rows(table: Table, mapping: Mapping, cases: Dictionary[str, CaseRow], names: Municipalities) -> Places:
    """Finds the case of every row of the table."""
    at_code, at_name = (table.columns.index(name) if name else -1 for name in (mapping.code, mapping.name))
    found = Places()
    rows: dict[str, list[Row]] = {}
    for row in table.rows:
        try:
            who = identify(names, _text(row, at_code), _text(row, at_name))
        except (NotIdentified, NotUnderstood) as error:
            found.problems[row.number] = _problem(table, row, at_code if at_code >= 0 else at_name, error)
            continue
        _note(found, row, who)
        rows.setdefault(who.code, []).append(row)
    for code, same in rows.items():
        if len(same) == 1:
            found.cases[same[0].number] = cases[code]
        else:
            _refuse_twice(found, table, same, at_code if at_code >= 0 else at_name, cases[code])
    return found


def _text(row: Row, at: int) -> str:
    if at < 0 or at >= len(row.cells):
        return ""
    cell = row.cells[at]
    if isinstance(cell, Odd):
        raise (
            odd_cell(cell)
            if cell.kind != "date"
            else NotUnderstood(
                _("The cell is a date (%(date)s), not a municipality.") % {"date": cell.text},
                _("Format the column as text and write the code or name again."),
            )
        )
    # A guarding apostrophe, as the answers file writes before a code.
    return cell.removeprefix("'").strip()


def _note(found: Places, row: Row, who: Identified) -> None:
    if who.note and len(found.notes) < _MOST_NOTES:
        found.notes.append(_("Row %(row)d: %(note)s") % {"row": row.number, "note": who.note})


def _refuse_twice(found: Places, table: Table, same: list[Row], at: int, case: CaseRow) -> None:
    numbers = ", ".join(str(row.number) for row in same[:5]) + (" …" if len(same) > 5 else "")
    for row in same:
        error = NotIdentified(
            _("%(name)s stands in several rows: %(rows)s.") % {"name": case.name, "rows": numbers},
            _("Keep one of the rows; nothing is taken from any of them until then."),
        )
        found.problems[row.number] = _problem(table, row, at, error, case.name)


def _problem(table: Table, row: Row, at: int, error: NotIdentified | NotUnderstood, municipality: str = "") -> Problem:
    text = text_of(row.cells[at])[:120] if at < len(row.cells) else ""
    return Problem(
        row.number, f"{letter(at)}{row.number}", table.columns[at], text, error.why, error.mend, municipality
    )
