"""Whom a page tells that she reads it: hosts, not the site's own, that it loads something from.

A host is the site's own where their registrable domains agree, by a simple rule: the last two parts of the host, three
under the endings of third_parties.toml. `static.exempelkommun.test` is own to `www.exempelkommun.test`; a supplier's
host is not, even where it serves that site alone, because the supplier's log then has her address.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ahocorasick_rs import AhoCorasick, Implementation

from bredvid.webaudit.reading.html.loading import STYLE

_IN_STYLE: Final = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\s\"')]+)", re.IGNORECASE)
_MOST: Final = 5_000
_HOST: Final = re.compile(r"[a-z0-9._-]+\.[a-z0-9-]+", re.ASCII)


def third_parties(url: str, loaded: Iterable[str], scripts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Gives the hosts, sorted, once each. For a page without an address every host is somebody else's."""
    own = domain_of(host_of(url))
    found = {host for address in loaded for host in map(host_of, _addresses(address))}
    codes = list[str]()
    for kind, code in scripts:
        if kind == STYLE:
            found.update(map(host_of, _in_style(code)))
        else:
            codes.append(code)
    found.update(_in_code(codes))
    return tuple(sorted(host for host in found if host and domain_of(host) != own))


@lru_cache(maxsize=10_000)
def host_of(address: str) -> str:
    """Gives an address' host in small letters; empty where it has none."""
    try:
        host = (urlsplit(address.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return host if _HOST.fullmatch(host) else ""


@lru_cache(maxsize=10_000)
def domain_of(host: str) -> str:
    """Gives the registrable domain of a host, by the rule above."""
    parts = host.split(".")
    return ".".join(parts[-3:] if ".".join(parts[-2:]) in _data()["endings"] else parts[-2:])


def _addresses(address: str) -> list[str]:
    """An address, or the several of a srcset."""
    if " " not in address and "," not in address:
        return [address]
    return [part.split()[0] for part in address.split(",") if part.split() and "//" in part]


def _in_style(code: str) -> Iterator[str]:
    if "//" in code:
        for found, _ in zip(_IN_STYLE.finditer(code), range(_MOST), strict=False):
            yield found.group(1)


def _in_code(codes: list[str]) -> Iterator[str]:
    """One look at all pieces of code together."""
    code = "\n".join([code for code in codes if "." in code[:100_000]])
    for number, _, _ in _loaders().find_matches_as_indexes(code, overlapping=True) if code else ():
        yield _data()["loaders"][number]


@cache
def _loaders() -> AhoCorasick:
    return AhoCorasick(_data()["loaders"], implementation=Implementation.DFA)


@cache
def _data() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads(Path(__file__).with_name("third_parties.toml").read_text(encoding="utf-8"))
    return {name: tuple(values) for name, values in read.items()}
