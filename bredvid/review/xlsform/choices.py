"""Reads the sheet of choices: the options of each list."""

from django.utils.translation import gettext as _

from bredvid.review.documents import Row
from bredvid.review.models import Missing, Option
from bredvid.review.xlsform.cells import Reader
from bredvid.review.xlsform.columns import OWN_OPTION_FLAGS, OWN_OPTION_TEXTS, own_choice
from bredvid.review.xlsform.workbook import Line

ALLOWED = {"tone": ("neutral", Option.Tone.values), "missing": ("", Missing.values)}
COLUMNS = frozenset({"list_name", "name", "label", *map(own_choice, (*OWN_OPTION_TEXTS, *OWN_OPTION_FLAGS))})


def read_choices(reader: Reader) -> dict[str, list[Row]]:
    """The options of each list by its name, in order, their codes as the author wrote them."""
    lists: dict[str, list[Row]] = {}
    for line in reader.sheet.lines:
        if not line["list_name"]:
            reader.wrong(line, "list_name", _("the name of the list is missing"))
            continue
        options = lists.setdefault(line["list_name"], [])
        name = line["name"]
        if not name:
            reader.wrong(line, "name", _("the name is missing"))
        elif any(option["code"] == name for option in options):
            reader.wrong(line, "name", _("{name} stands twice in the list").format(name=repr(name)))
        options.append(_option(reader, line) | {"code": name, "order": len(options) + 1})
    return lists


def _option(reader: Reader, line: Line) -> Row:
    row: Row = dict(reader.both(line, "label", Option, "label"))
    for field, (usual, allowed) in ALLOWED.items():
        row[field] = line[own_choice(field)] or usual
        if row[field] not in {usual, *allowed}:
            message = _("{word} is not one of {known}").format(word=repr(row[field]), known=", ".join(allowed))
            reader.wrong(line, own_choice(field), message)
    return row | {field: reader.flag(line, own_choice(field)) for field in OWN_OPTION_FLAGS}
