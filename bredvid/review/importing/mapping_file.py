"""A mapping as a TOML file that a person can read and change. Pure."""

from collections.abc import Iterable

from bredvid.review.importing.mapping import Mapping, from_document, to_document
from bredvid.sheets.plain_toml import comment, pair, read_toml, table


def read_mapping(data: bytes) -> Mapping:
    """The mapping in a TOML file. Raises ImportRefused with the place of what is wrong."""
    return from_document(read_toml(data))


def write_mapping(mapping: Mapping, comments: Iterable[str] = ()) -> str:
    """The mapping as TOML that `read_mapping` reads back alike. `comments` stand first, a line each."""
    document = to_document(mapping)
    columns, missing, place = document.pop("column"), document.pop("missing"), document.pop("municipality")
    lines = [*map(comment, comments)]
    lines += [pair(key, value) for key, value in document.items()]
    lines += table("[municipality]", place)
    lines += table("[missing]", missing) if missing else []
    for column in columns:
        values = column.pop("values", {})
        lines += table("[[column]]", column)
        lines += table("[column.values]", values) if values else []
    return "\n".join(lines) + "\n"
