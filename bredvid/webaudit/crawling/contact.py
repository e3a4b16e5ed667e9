"""Who we say we are: every request carries it, so that a municipality can ask, or say no."""

import re

ENVIRONMENT = "BREDVID_CRAWL_CONTACT"
_MAIL, _PAGE = r"[^@\s()<>]+@[^@\s()<>]+\.[^@\s()<>]+", r"https?://[^\s()<>]+\.[^\s()<>]+"


class ContactError(ValueError):
    """What is wrong with the address to write to, in one line."""


def checked(contact: str) -> str:
    """The contact address: an e-mail address or the address of a page. Raises ContactError."""
    contact = contact.strip()
    if not contact:
        raise ContactError(f"Say whom a municipality can write to: --contact webb@example.org, or set {ENVIRONMENT}.")
    if not (contact.isascii() and re.fullmatch(f"{_MAIL}|{_PAGE}", contact)):
        raise ContactError(f"{contact!r} is neither an e-mail address nor the address of a page.")
    return contact


def user_agent(version: str, contact: str) -> str:
    """Our name in every request."""
    return f"Bredvid/{version} (+{contact})"
