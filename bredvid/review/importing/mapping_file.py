"""A mapping as a TOML file that a person can read and change. Pure."""

import json
import tomllib
from collections.abc import Iterable, Mapping as Dictionary
from typing import Any

from django.utils.translation import gettext as _

from bredvid.review.importing.errors import ImportRefused
from bredvid.review.importing.mapping import Mapping, from_document, to_document

_MOST_BYTES = 2 * 1024 * 1024


def read_mapping(data: bytes) -> Mapping:
    """The mapping in a TOML file. Raises ImportRefused with the place of what is wrong."""
    if len(data) > _MOST_BYTES:
        raise ImportRefused(_("The mapping file is too large to be one."))
    try:
        document = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise ImportRefused(_("The mapping file is not UTF-8. Save it as UTF-8.")) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ImportRefused(_("The mapping file is no TOML: %(why)s.") % {"why": error}) from None
    return from_document(document)


def write_mapping(mapping: Mapping, comments: Iterable[str] = ()) -> str:
    """The mapping as TOML that `read_mapping` reads back alike. `comments` stand first, a line each."""
    document = to_document(mapping)
    columns, missing, place = document.pop("column"), document.pop("missing"), document.pop("municipality")
    lines = [*(f"# {_one_line(comment)}" for comment in comments)]
    lines += [f"{key} = {_value(value)}" for key, value in document.items()]
    lines += _table("[municipality]", place)
    lines += _table("[missing]", missing) if missing else []
    for column in columns:
        values = column.pop("values", {})
        lines += _table("[[column]]", column)
        lines += _table("[column.values]", values) if values else []
    return "\n".join(lines) + "\n"


def _table(head: str, entries: Dictionary[str, Any]) -> list[str]:
    return ["", head, *(f"{_key(key)} = {_value(value)}" for key, value in entries.items())]


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        # A JSON string is a TOML string, but for one sign that JSON leaves as it is.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(_value(each) for each in value)}]"
    return json.dumps(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
