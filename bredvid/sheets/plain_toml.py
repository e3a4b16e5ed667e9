"""A mapping as a TOML file that a person can read and change: reading any, writing plain ones. Pure."""

import json
import tomllib
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from bredvid.sheets.errors import ImportRefused

_MOST_BYTES = 2 * 1024 * 1024


def read_toml(data: bytes) -> dict[str, Any]:
    """What a mapping file holds. Raises ImportRefused with the place of what is wrong."""
    if len(data) > _MOST_BYTES:
        raise ImportRefused(_("The mapping file is too large to be one."))
    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise ImportRefused(_("The mapping file is not UTF-8. Save it as UTF-8.")) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ImportRefused(_("The mapping file is no TOML: %(why)s.") % {"why": error}) from None


def comment(text: str) -> str:
    """A line that says something to the reader of the file."""
    return f"# {' '.join(text.split())}"


def pair(key: str, value: Any) -> str:
    """A line that gives a key its value: a text, a number, a truth or a list of such."""
    return f"{_key(key)} = {_value(value)}"


def table(head: str, entries: Mapping[str, Any]) -> list[str]:
    """The lines of a table, an empty one first; `head` with its brackets."""
    return ["", head, *(pair(key, value) for key, value in entries.items())]


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
