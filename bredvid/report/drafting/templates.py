"""The longer texts of a draft, with places to fill in: texts/<language>/<name>.md."""

from functools import cache
from pathlib import Path
from string import Template

from bredvid.report.claims.chapter import Language


def filled(name: str, language: Language, **values: str) -> str:
    """A text with its places filled in. Raises KeyError for a place without a value."""
    return _template(name, language).substitute(values)


@cache
def _template(name: str, language: Language) -> Template:
    path = Path(__file__).resolve().parent / "texts" / language / f"{name}.md"
    return Template(path.read_text(encoding="utf-8"))
