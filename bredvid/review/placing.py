"""What a respondent and a case have of their municipality: a copy as it is then, since names and counties change."""

from typing import Any

COPIED = ("code", "name", "slug", "county_id", "group_id", "hex_row", "hex_column", "alphabetical")


def copied(place: object) -> dict[str, Any]:
    """The fields of a municipality, a respondent or a case that another one of them takes over as they are."""
    return {name: getattr(place, name) for name in COPIED}
