"""Reads an .xlsx file without trusting it: sizes first, then row by row, formulas left as what they are. Pure."""

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused, SheetToChoose
from bredvid.sheets.gathering import Gatherer
from bredvid.sheets.sheet_cells import CellWalker
from bredvid.sheets.tables import Cell, Odd, Oddity, Sheet

_TEXTS = "xl/sharedstrings.xml"
# A sheet called as in the files that the house itself writes (docs/reference/answers-file.md) needs no choosing.
OWN_SHEETS = frozenset({"svar", "answers"})


def read_xlsx(name: str, data: bytes, sheet: str = "") -> Sheet:
    """The rows of one sheet: the one named, or the only one with anything in it. Raises ImportRefused."""
    _refuse_swollen(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _read(name, data, sheet)
        except ImportRefused:
            raise
        except Exception as error:  # a broken file fails in as many ways as there are bytes
            raise ImportRefused(
                _("The file is broken, or no .xlsx (%(why)s). Open it and save it again as .xlsx or CSV.")
                % {"why": type(error).__name__}
            ) from None


def _refuse_swollen(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _refuse_entities(archive, part)
    except ImportRefused:
        raise
    except Exception:  # see above
        raise ImportRefused(_("The file is broken: it begins as an .xlsx and cannot be unpacked.")) from None
    texts = sum(part.file_size for part in parts if part.filename.lower() == _TEXTS)
    if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES or texts > limits.TEXTS_BYTES:
        raise ImportRefused(
            _("The file unpacks to more than %(most)d MB, which no table does. Save it as CSV.")
            % {"most": limits.UNPACKED_BYTES // limits.MEGABYTE}
        )


def _refuse_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A spreadsheet declares no document type; one that does may hold entities that swell without end."""
    with archive.open(part) as opened:
        if b"<!DOCTYPE" in opened.read(2048):
            raise ImportRefused(_("The file is no ordinary .xlsx: it declares a document type. Save it as CSV."))


def _read(name: str, data: bytes, wanted: str) -> Sheet:
    import openpyxl  # type: ignore[import-untyped]

    # data_only=False: a formula must be told from an answer.
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        titles = tuple(each.title for each in book.worksheets)
        found = _choose(book, titles, wanted)
        gathered = Gatherer()
        _walk(found, gathered.add)
        return Sheet(file=name, title=found.title, titles=titles, rows=gathered.rows)
    finally:
        book.close()


def _walk(sheet: Any, add: Callable[[int, Sequence[Cell]], None]) -> None:
    """Every row that the sheet has, however large it says that it is."""
    make = _Maker(sheet).make
    with sheet._get_source() as source:
        CellWalker(make, add).walk(source)


def _choose(book: Any, titles: tuple[str, ...], wanted: str) -> Any:
    if wanted:
        for each in book.worksheets:
            if each.title.strip().casefold() == wanted.strip().casefold():
                return each
        raise ImportRefused(
            _("There is no sheet “%(name)s”. The file has: %(names)s.") % {"name": wanted, "names": ", ".join(titles)}
        )
    filled = [each for each in book.worksheets if _has_anything(each)]
    own = [each for each in filled if each.title.casefold() in OWN_SHEETS]
    if len(own or filled) > 1:
        names = tuple(each.title for each in filled)
        raise SheetToChoose(
            _("The file has several sheets: %(names)s. Say which one.") % {"names": ", ".join(names)}, names
        )
    if not filled:
        raise ImportRefused(_("The file is empty."))
    return (own or filled)[0]


class _Enough(Exception):  # noqa: N818 (says what happened)
    """A filled cell has been seen."""


def _has_anything(sheet: Any) -> bool:
    def stop(number: int, cells: Sequence[Cell]) -> None:
        if any(cells):
            raise _Enough

    try:
        _walk(sheet, stop)
    except _Enough:
        return True
    return False


class _Maker:
    """Makes a cell of what stands in the file, by the workbook's texts and formats."""

    def __init__(self, sheet: Any) -> None:
        book = sheet.parent
        self._texts = sheet._shared_strings
        self._dates, self._epoch = book._date_formats, book.epoch

    def make(self, kind: str, style: int, text: str) -> Cell:
        """The cell of a type, a style and a text, all as in the file."""
        if kind == "s":
            return str(self._texts[int(text)])
        if kind in ("str", "inlineStr"):
            return text
        if kind == "f":
            return Odd(Oddity.FORMULA, text[:80])
        if kind == "e":
            return Odd(Oddity.ERROR, text)
        if kind == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        if kind == "d":
            return _date(datetime.fromisoformat(text.strip()))
        return self._number(text.strip(), style)

    def _number(self, text: str, style: int) -> Cell:
        if style in self._dates:
            from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]

            value = from_excel(float(text), self._epoch)
            return _date(value) if isinstance(value, datetime) else str(value)
        if text.isdecimal():
            return text
        # A program writes 0.1 as 0.10000000000000001: the shortest digits that are the same number are meant.
        plain = format(Decimal(repr(float(text))), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _date(value: datetime) -> Odd:
    midnight = value.time() == time()
    return Odd(Oddity.DATE, value.date().isoformat() if midnight else value.isoformat(" ", "minutes"))
