"""The fonts of the printed report, taken from a package so that every machine sets the same lines."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

# The package holds each style twice, as TTF and OTF, and a folder is read in the order the disk likes;
# a folder with one file a style leaves nothing to chance. Libertinus Serif is built into typst.
STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold")


@contextmanager
def font_folder() -> Iterator[Path]:
    """A folder that holds just the styles the report uses, for as long as the caller needs it.

    Raises FileNotFoundError, saying how to mend it, where the package of fonts is not installed.
    """
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The fonts of the PDF are not installed. Run: make setup")
    source = Path(spec.origin).parent / "files"
    with TemporaryDirectory() as folder:
        for style in STYLES:
            shutil.copy(source / f"SourceSansPro-{style}.ttf", folder)
        yield Path(folder)
