"""Builds the message catalogues that Django reads (.mo) from those that people write (.po), without gettext."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[1]


def stale(package: Path = PACKAGE) -> list[Path]:
    """Every .po file of the package whose .mo is missing or older."""
    return [po for po in sorted(package.glob("**/locale/*/LC_MESSAGES/django.po")) if _is_stale(po)]


def build(po: Path) -> Path:
    """Writes the .mo beside a .po and returns it. Raises ValueError for a file that cannot be read as a catalogue."""
    with po.open("rb") as source:
        try:
            catalogue = read_po(source, locale=po.parents[1].name, abort_invalid=True)
        except Exception as error:
            raise ValueError(f"{po.relative_to(PACKAGE.parent)} cannot be read: {error}") from error
    built = po.with_suffix(".mo")
    # Written aside and moved: a reader never sees half a catalogue, nor a killed build a finished one.
    aside = built.with_suffix(".mo.new")
    with aside.open("wb") as target:
        write_mo(target, catalogue)
    aside.replace(built)
    return built


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime
