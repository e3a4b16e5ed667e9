"""SPSS: one row for each municipality of the frame, with labels, levels of measurement and declared missing values.

Missing is never zero, nor a hole: each reason why there is no value is a negative code of its own, labelled, and
declared as missing. Several answers are one 0/1 variable each. The same release gives the same bytes.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bredvid.report.data.spss_variables import Variable, variables_of
from bredvid.report.data.values import Release

# Where the header of a system file holds the date and the time it was written.
_STAMP = slice(92, 109)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FILE_LABEL = 64


def sav_bytes(release: Release, *, language: str) -> bytes:
    """The municipalities as a system file with labels in one language, "sv" or "en"."""
    import polars
    import pyreadstat

    variables = variables_of(release, language)
    frame = polars.DataFrame([polars.Series(each.name, each.values, dtype=_type(each, polars)) for each in variables])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "round.sav"
        pyreadstat.write_sav(
            frame,
            path,
            file_label=_file_label(release, language),
            column_labels=[each.label for each in variables],
            variable_value_labels={each.name: each.labels for each in variables if each.labels},  # type: ignore[misc]
            missing_ranges={each.name: [each.missing] for each in variables if each.missing},  # type: ignore[list-item]
            variable_measure={each.name: each.measure for each in variables},
            row_compress=True,
            variable_format={each.name: each.format for each in variables if each.format},
        )
        return _stamped(path.read_bytes(), release)


def _file_label(release: Release, language: str) -> str:
    """The title, as far as there is room; what is invented says so first."""
    title = release.title_en if language == "en" else release.title_sv
    marked = f"DEMONSTRATION. {title}" if release.demonstration else title
    return marked.encode()[:_FILE_LABEL].decode(errors="ignore")


def _type(variable: Variable, polars: Any) -> Any:
    return polars.String if variable.is_text else polars.Float64


def _stamped(content: bytes, release: Release) -> bytes:
    """The day the round was published stands for the moment of writing, so that equal data are equal bytes."""
    day = release.published_on
    stamp = f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}00:00:00".encode()
    return content[: _STAMP.start] + stamp + content[_STAMP.stop :]
