"""The block tree as plain values, which travel to typst as JSON: what stands in a text is never read as markup."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from bredvid.report.blocks.tree import Report


def encode(report: Report) -> dict[str, Any]:
    """The report as values that JSON can hold; each block and span says its type.

    Raises TypeError for a value that is none of the tree's.
    """
    encoded = _encode(report)
    if not isinstance(encoded, dict):
        raise TypeError("expected a Report")
    return encoded


def _encode(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        values = {each.name: _encode(getattr(value, each.name)) for each in fields(value)}
        return {"type": type(value).__name__, **values}
    if isinstance(value, tuple):
        return [_encode(each) for each in value]
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"a {type(value).__name__} cannot stand in a report")
