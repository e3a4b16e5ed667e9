"""From a file to a table that can be examined: the header found, a mapping proposed. The way of page and command."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.review.importing.cases import municipalities_of
from bredvid.review.importing.form import questions_of
from bredvid.review.importing.guessing import Guess, guess, guess_header
from bredvid.review.importing.mapping import Mapping
from bredvid.review.models import Fieldwork
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Sheet, Table, headed


@dataclass(frozen=True)
class Proposal:
    """A table with its header told apart, and how it could be read."""

    table: Table
    guess: Guess


def with_header(fieldwork: Fieldwork, sheet: Sheet, header: tuple[int, ...] = ()) -> Table:
    """The sheet as a table; its header is looked for where no rows are named. Raises ImportRefused."""
    found = header or guess_header(sheet, municipalities_of(fieldwork))
    if not found:
        raise ImportRefused(_("The file is empty."))
    return headed(sheet, found)


def propose(fieldwork: Fieldwork, sheet: Sheet, header: tuple[int, ...] = ()) -> Proposal:
    """The sheet as a table and the mapping it speaks for. Raises ImportRefused."""
    table = with_header(fieldwork, sheet, header)
    return Proposal(table, guess(table, questions_of(fieldwork), municipalities_of(fieldwork)))


def for_table(mapping: Mapping, table: Table) -> Mapping:
    """The mapping with what the table has settled: its header's rows and its sheet."""
    return Mapping(**{**mapping.__dict__, "header": table.header, "sheet": table.sheet.title})
