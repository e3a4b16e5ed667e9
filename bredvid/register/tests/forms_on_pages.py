"""Finds every form on the register's pages, by walking them as a person of each role would, and fills it in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bredvid.register.tests.worlds import World

ROOT = "/personal/register/"
# What is never sent along by hand.
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)
Fields = dict[str, "str | list[str]"]


@dataclass
class Form:
    """A form: where it goes, its page, the values a person would send, and what she could choose instead."""

    page: str
    action: str
    method: str
    fields: Fields = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    @property
    def what(self) -> tuple[Any, ...]:
        """The same form on another page is the same: the view it goes to, and the names of its fields."""
        name = resolve(urlsplit(self.action).path).url_name
        return name, self.method, tuple(sorted(self.fields)), tuple(self.files)


def forms_of(client: Client, world: World) -> list[Form]:
    """Every form, once, that somebody who has signed in meets on the pages of her unit."""
    found: dict[tuple[Any, ...], Form] = {}
    for address, body in pages_of(client, world):
        for form in _forms_in(address, body):
            found.setdefault(form.what, form)
    return list(found.values())


def pages_of(client: Client, world: World) -> Iterator[tuple[str, str]]:
    """Every page that is led to, from those that the unit's own things have."""
    begin = ["card", "periods", "figures", "yearly", "exports", "import", "freeze", "log", "log-review"]
    begin += ["contact", "one-outreach", "import-done", "period-known", "period-rest", "period-close"]
    waiting = [ROOT, *(world.address(name) for name in begin)]
    waiting += [world.address("period", state) for state in ("open", "resting", "closed")]
    waiting += [world.address("follow-up", "resting"), world.address("card") + f"?period={world.open.number}"]
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in seen or len(seen) > 300:
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.status_code == 302:
            waiting.append(answer["Location"])
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            body = answer.content.decode()
            yield address, body
            waiting += [each for each in _links_in(address, body) if each not in seen]


def _links_in(address: str, body: str) -> list[str]:
    links = [urljoin(address, str(link.attributes.get("href") or "")) for link in LexborHTMLParser(body).css("a[href]")]
    return [link.partition("#")[0] for link in links if link.startswith(ROOT)]


def _forms_in(address: str, body: str) -> Iterator[Form]:
    for node in LexborHTMLParser(body).css("form"):
        action = urljoin(address, str(node.attributes.get("action") or ""))
        if not action.startswith(ROOT) or not _is_a_page(action):
            continue
        form = Form(address, action, str(node.attributes.get("method") or "get").lower())
        for each in node.css("input[name], select[name], textarea[name], button[name]"):
            _take(form, each)
        yield form


def _take(form: Form, node: LexborNode) -> None:
    name, kind = str(node.attributes["name"]), str(node.attributes.get("type") or "")
    value = str(node.attributes.get("value") or "")
    if name == TOKEN:
        return
    if kind == "file":
        form.files.append(name)
    elif node.tag == "select":
        options = [*node.css("option[selected]"), *node.css("option")]
        values = [str(each.attributes.get("value") or "") for each in options]
        form.fields[name] = next(iter(values), "")
    elif kind in ("radio", "checkbox"):
        # The first answer of a question says something; the last ones stand alone.
        form.fields.setdefault(name, value)
    else:
        form.fields.setdefault(name, value or ("1" if kind == "number" else ""))


def _is_a_page(address: str) -> bool:
    try:
        resolve(urlsplit(address).path)
    except Resolver404:
        return False
    return True
