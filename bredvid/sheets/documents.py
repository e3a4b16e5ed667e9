"""Takes a mapping's plain form apart, and names the key that is wrong. Pure."""

from collections.abc import Iterable, Mapping as Dictionary
from typing import Any

from django.utils.translation import gettext as _

from bredvid.sheets.errors import ImportRefused


def only(document: Dictionary[str, Any], known: Iterable[str], where: str) -> None:
    """Refuses a key that is none of those known."""
    if unknown := [str(key) for key in document if key not in known]:
        raise wrong(where + unknown[0], _("there is no such key; there are %(keys)s") % {"keys": ", ".join(known)})


def string(document: Dictionary[str, Any], key: str, where: str = "", default: str = "") -> str:
    """The text at a key."""
    value = document.get(key, default)
    if not isinstance(value, str):
        raise wrong(where + key, _("write a text in quotation marks"))
    return value


def truth(document: Dictionary[str, Any], key: str) -> bool:
    """The truth at a key; true where there is none."""
    value = document.get(key, True)
    if not isinstance(value, bool):
        raise wrong(key, _("write true or false"))
    return value


def items(document: Dictionary[str, Any], key: str) -> list[Any]:
    """The list at a key."""
    value = document.get(key, [])
    if not isinstance(value, list):
        raise wrong(key, _("write a list"))
    return value


def texts(document: Dictionary[str, Any], key: str) -> list[str]:
    """The list of texts at a key."""
    value = items(document, key)
    if not all(isinstance(each, str) for each in value):
        raise wrong(key, _("write a text in quotation marks"))
    return value


def entries(document: Dictionary[str, Any], key: str, where: str = "") -> dict[str, Any]:
    """The table at a key."""
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise wrong(where + key, _("write a table: their word = our code"))
    return value


def strings(document: Dictionary[str, Any], key: str, where: str = "") -> dict[str, str]:
    """The table of texts at a key."""
    value = entries(document, key, where)
    if not all(isinstance(each, str) for each in value.values()):
        raise wrong(where + key, _("write a text in quotation marks"))
    return value


def wrong(key: str, why: str) -> ImportRefused:
    """The refusal that names the key."""
    return ImportRefused(_("The mapping is wrong at “%(key)s”: %(why)s.") % {"key": key, "why": why})
