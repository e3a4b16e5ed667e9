"""Sets a report as an accessible PDF (PDF/UA-1). Equal reports give equal bytes, on any machine and any day."""

import json
import tomllib
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

from bredvid.report.blocks.tree import Report
from bredvid.report.pdf.encode import encode
from bredvid.report.pdf.fonts import font_folder

_HERE = Path(__file__).resolve().parent
_TEMPLATE = _HERE / "report.typ"


class PdfError(Exception):
    """The report could not be set. The message is typst's, with its hints."""


def render_pdf(report: Report) -> bytes:
    """The report as a PDF file.

    Raises PdfError where typst refuses it: a drawing without a description, a sign that no font has.
    """
    import typst  # not loaded by who only wants the pages

    data = {**encode(report), "words": _words(report.language)}
    noon = datetime.combine(report.day, time(12), tzinfo=UTC)
    with font_folder() as fonts:
        try:
            return typst.compile(
                _TEMPLATE,
                font_paths=[fonts],
                ignore_system_fonts=True,
                sys_inputs={"report": json.dumps(data, ensure_ascii=False)},
                pdf_standards=["ua-1"],
                timestamp=noon,
            )
        except typst.TypstError as error:
            raise PdfError(". ".join([error.message, *error.hints])) from error


@cache
def _words(language: str) -> dict[str, str]:
    table = tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))
    return {name: texts[language] for name, texts in table.items()}
