"""From a file to a table that can be examined: the header found, a mapping proposed. The way of page and command."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from bredvid.register.importing.guessing import Guess, guess, guess_header
from bredvid.register.importing.mapping import Mapping
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Sheet, Table, headed


@dataclass(frozen=True)
class Proposal:
    """A table with its header told apart, and how it could be read."""

    table: Table
    guess: Guess


def with_header(sheet: Sheet, header: tuple[int, ...] = ()) -> Table:
    """The sheet as a table; its header is looked for where no rows are named. Raises ImportRefused."""
    found = header or guess_header(sheet)
    if not found:
        raise ImportRefused(_("The file is empty."))
    return headed(sheet, found)


def propose(sheet: Sheet, header: tuple[int, ...] = ()) -> Proposal:
    """The sheet as a table and the mapping it speaks for. Raises ImportRefused."""
    table = with_header(sheet, header)
    return Proposal(table, guess(table))


def for_table(mapping: Mapping, table: Table) -> Mapping:
    """The mapping with what the table has settled: its header's rows and its sheet."""
    return replace(mapping, header=table.header, sheet=table.sheet.title)
