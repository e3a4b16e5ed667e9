"""Whose page is it: by what the archive says, else by the host, else nobody knows."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from bredvid.places.tables import DATA, MUNICIPALITIES, rows_of, text_of
from bredvid.webaudit.judging.addresses import host_of

UNKNOWN = "unknown"
_CODE = re.compile(r"[0-9]{4}")
# Names under which nobody can have a real site (RFC 2606 and 6761): what is found there is invented.
_INVENTED = re.compile(r"(?:^|\.)(?:test|example|invalid|localhost)$|^example\.(?:com|net|org)$|^[0-9.]+$")


@cache
def names() -> Mapping[str, str]:
    """Code → name of every municipality."""
    return {row["code"]: row["name"] for row in rows_of(MUNICIPALITIES, text_of(DATA / MUNICIPALITIES))}


@cache
def codes() -> Mapping[str, str]:
    """Host without "www." → code of the municipality whose site it is."""
    rows = rows_of(MUNICIPALITIES, text_of(DATA / MUNICIPALITIES))
    return {row[column]: row["code"] for column in ("web_alias", "web_domain") for row in rows if row[column]}


def key_of(url: str, municipality: str = "") -> str:
    """What a page's verdicts are gathered under: a code, a host, or "unknown"."""
    if _CODE.fullmatch(municipality):
        return municipality
    host = host_of(url)
    return _by_host(host) or host or UNKNOWN


def _by_host(host: str) -> str:
    """The code of the host, or of the municipality whose site it is a part of."""
    while host:
        if host in codes():
            return codes()[host]
        host = host.partition(".")[2]
    return ""


def name_of(key: str, urls: Iterable[str]) -> str:
    """The name to show for a key. A code's real name never stands beside what was found on invented hosts."""
    hosts = sorted({host_of(url) for url in urls} - {""})
    invented = any(_INVENTED.search(host) for host in hosts)
    if key in names() and not invented:
        return names()[key]
    return hosts[0] if hosts else key
