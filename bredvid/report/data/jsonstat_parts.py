"""What every JSON-stat cube is put together from."""

from typing import Any

from bredvid.report.data.values import Cell, Release


def dimension(label: str, categories: dict[str, str]) -> dict[str, Any]:
    """A dimension with its categories in order."""
    return {"label": label, "category": {"index": list(categories), "label": categories}}


def statuses(values: list[Cell], reasons: list[Cell]) -> dict[str, str]:
    """Why a value is null, by its place. Only missing values have a status."""
    return {
        str(place): str(reason or "not_reported")
        for place, (value, reason) in enumerate(zip(values, reasons, strict=True))
        if value is None
    }


def words(language: str, release: Release, field: str) -> str:
    """A field of the release in the language."""
    return str(getattr(release, f"{field}_{language}"))
