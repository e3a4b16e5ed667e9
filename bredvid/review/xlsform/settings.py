"""Reads the sheet of settings: the questionnaire's code, version and title."""

from pathlib import PurePath

from django.utils.translation import gettext as _

from bredvid.review.documents import Row
from bredvid.review.models import Questionnaire
from bredvid.review.xlsform.cells import Reader
from bredvid.review.xlsform.columns import language_of, own_setting
from bredvid.review.xlsform.names import codes_for
from bredvid.review.xlsform.workbook import Line, Sheet

LATEST_VERSION = 32_767
LONGEST_CODE = 40
COLUMNS = frozenset({
    "form_title", "form_id", "version", "default_language", "namespaces",
    own_setting("title_en"), own_setting("reconstructed"),
})  # fmt: skip


def default_language(sheet: Sheet) -> str:
    """The language of columns that name none: English where the settings say so, else Swedish."""
    return next((language_of(line["default_language"]) for line in sheet.lines), "") or "sv"


def read_settings(reader: Reader, name: str, code: str, version: int | None) -> Row:
    """The head of the questionnaire. `code` and `version` win over the sheet; the file's name stands in for a title."""
    line = reader.sheet.lines[0] if reader.sheet.lines else Line(2, {})
    for more in reader.sheet.lines[1:]:
        reader.wrong(more, "", _("the settings have one row"))
    title = line.whole("form_title") or PurePath(name).stem or "?"
    titles = {"title_sv": title, "title_en": line.whole(own_setting("title_en")) or title}
    return {
        "code": _code(reader, line, name) if not code else _given(reader, line, code),
        "version": _version(reader, line) if version is None else version,
        **reader.fitting(line, "form_title", titles, Questionnaire),
        "reconstructed": reader.flag(line, own_setting("reconstructed")),
    }


def _code(reader: Reader, line: Line, name: str) -> str:
    written = line["form_id"] or PurePath(name).stem
    found = codes_for([written], LONGEST_CODE)[written]
    if found != line["form_id"]:
        reader.left_out(line, "form_id", _("the questionnaire gets the code {code}").format(code=repr(found)))
    return found


def _given(reader: Reader, line: Line, code: str) -> str:
    if codes_for([code], LONGEST_CODE)[code] != code:
        message = _("{word} is no code; it has a–z, digits and hyphens, {most} at most")
        reader.wrong(line, "form_id", message.format(word=repr(code), most=LONGEST_CODE))
    return code


def _version(reader: Reader, line: Line) -> int:
    written = line["version"]
    if not written:
        reader.left_out(line, "version", _("no version is given, so it is 1"))
        return 1
    if not (written.isascii() and written.isdecimal() and len(written) <= 5 and int(written) <= LATEST_VERSION):
        message = _("{word} is no version here; give a whole number from 0 to {most}")
        reader.wrong(line, "version", message.format(word=repr(written), most=LATEST_VERSION))
        return 1
    return int(written)
