"""Addresses: when two are the same page, and which are the same site."""

from collections.abc import Iterable
from sys import intern

_OTHER_WAYS = ("mailto:", "tel:", "sms:", "javascript:", "data:")


def host_of(url: str) -> str:
    """The host of an address, without "www." and port; empty for a file's path."""
    _scheme, found, rest = url.partition("://")
    if not found:
        return ""
    authority = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    return authority.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")


def same_page(url: str) -> str:
    """What two addresses of one page share: scheme, "www.", fragment and a last slash say nothing."""
    if "://" not in url:
        return url  # a file's path: there a "#" is the number of a page in the file
    rest = url.partition("#")[0].partition("://")[2]
    authority, _, path = rest.partition("/")
    return f"{authority.lower().removeprefix('www.')}/{path}".rstrip("/")


def is_root(url: str) -> bool:
    """Says whether an address is a site's first one."""
    return bool(host_of(url)) and "/" not in same_page(url)


def on_same_site(url: str, links: Iterable[str]) -> tuple[str, ...]:
    """Those of the links that stay on the site of a page: sorted, once each."""
    if "://" not in url:
        return tuple(sorted({link for link in links if "://" not in link and not link.startswith(_OTHER_WAYS)}))
    host = url.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    sites = [f"{scheme}://{www}{host}" for scheme in ("https", "http") for www in ("", "www.")]
    starts = tuple(f"{site}/" for site in sites)
    return tuple(sorted({intern(link) for link in links if link.startswith(starts) or link in sites}))
