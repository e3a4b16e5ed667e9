"""Whether a mapping fits a table and the codebook, before a single row is read. Pure."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

from bredvid.register.importing.dates import FIRST_YEAR
from bredvid.register.importing.kinds import Kind
from bredvid.register.importing.mapping import NOTHING, Column, Mapping
from bredvid.register.importing.places import is_place
from bredvid.register.importing.synonyms import columns
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Table


def check_mapping(table: Table, mapping: Mapping) -> None:
    """Raises ImportRefused where the mapping names what is not there, or leaves out what must be."""
    for column in mapping.columns:
        if column.header not in table.columns:
            raise ImportRefused(
                _("The file has no column “%(name)s”.") % {"name": column.header} + _near(column.header, table.columns)
            )
        _check_column(column)
    _refuse_two_of_a_kind(mapping)
    _refuse_two_ways(mapping)
    _refuse_timeless(mapping)


def left_out(table: Table, mapping: Mapping) -> list[str]:
    """Columns with anything in them that are not read."""
    filled = {at for row in table.rows for at, cell in enumerate(row.cells) if cell}
    return [name for at, name in enumerate(table.columns) if name not in mapping.named and at in filled]


def _check_column(column: Column) -> None:
    if column.what in set(Kind):
        if column.option or (column.values and column.what != Kind.PLACE):
            raise ImportRefused(_("Column “%(column)s” holds no codes.") % {"column": column.header})
        for text, code in column.values.items():
            if not is_place(code):
                raise _no_code(column, text, code)
        return
    known = {variable.code: variable for variable in columns()}
    if column.what not in known:
        raise ImportRefused(
            _("Column “%(column)s” is to be %(what)s, which is nothing that a contact has; there are %(all)s.")
            % {"column": column.header, "what": column.what, "all": ", ".join([*Kind, *known])}
        )
    variable = known[column.what]
    if column.option and column.option not in variable.by_code:
        raise _no_code(column, column.header, column.option)
    for text, target in column.values.items():
        if target not in ("", NOTHING):
            try:
                variable.stored([code.strip() for code in target.split(";")])
            except ValueError:
                raise _no_code(column, text, target) from None


def _refuse_two_of_a_kind(mapping: Mapping) -> None:
    """One column says when, where and how many; one says the one code of a variable."""
    multiple = {variable.code for variable in columns() if variable.is_multiple}
    seen: dict[tuple[str, str], str] = {}
    for column in mapping.columns:
        place = (column.what, column.option)
        if place in seen and (column.what not in multiple or column.option):
            raise ImportRefused(
                _("“%(one)s” and “%(other)s” are read as the same. Choose one of them.")
                % {"one": seen[place], "other": column.header}
            )
        seen[place] = column.header


def _refuse_two_ways(mapping: Mapping) -> None:
    """Either a column for each code, or the codes in one column: both would say two things."""
    whole = {column.what for column in mapping.columns if not column.option}
    for column in mapping.columns:
        if column.option and column.what in whole:
            raise ImportRefused(
                _("“%(column)s” is one code of what another column says whole. Keep one way.")
                % {"column": column.header}
            )


def _refuse_timeless(mapping: Mapping) -> None:
    when, month = mapping.column_of(Kind.WHEN), mapping.column_of(Kind.MONTH)
    year = mapping.column_of(Kind.YEAR)
    if when and (month or year):
        raise ImportRefused(_("A date says both month and year. Leave out the other column."))
    if not when and not month:
        raise ImportRefused(_("Say which column is the date or the month: without it nothing can be counted."))
    if mapping.year and not FIRST_YEAR <= mapping.year <= 2999:
        raise ImportRefused(_("Write a year from %(first)d on.") % {"first": FIRST_YEAR})


def _no_code(column: Column, text: str, code: str) -> ImportRefused:
    return ImportRefused(
        _("Column “%(column)s”: “%(text)s” is to mean “%(code)s”, which is no code of it.")
        % {"column": column.header, "text": text, "code": code}
    )


def _near(name: str, names: tuple[str, ...]) -> str:
    found = get_close_matches(name, names, n=1, cutoff=0.6)
    return " " + _("Is it “%(name)s”?") % {"name": found[0]} if found else ""
