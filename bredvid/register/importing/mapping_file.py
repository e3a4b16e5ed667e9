"""A mapping as a TOML file that a person can read, change and use again next year. Pure."""

from collections.abc import Iterable

from bredvid.register.importing.mapping import Mapping, from_document, to_document
from bredvid.sheets.plain_toml import comment, pair, read_toml, table


def read_mapping(data: bytes) -> Mapping:
    """The mapping in a TOML file. Raises ImportRefused with the place of what is wrong."""
    return from_document(read_toml(data))


def write_mapping(mapping: Mapping, comments: Iterable[str] = ()) -> str:
    """The mapping as TOML that `read_mapping` reads back alike. `comments` stand first, a line each."""
    document = to_document(mapping)
    columns = document.pop("column")
    lines = [*map(comment, comments), *(pair(key, value) for key, value in document.items())]
    for column in columns:
        values = column.pop("values", {})
        lines += table("[[column]]", column)
        lines += table("[column.values]", values) if values else []
    return "\n".join(lines) + "\n"
