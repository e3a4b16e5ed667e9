"""JSON as it travels: strictly read, every refusal by one class, and answers that nobody keeps (section 11)."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from bredvid.room.protocol.encoding import from_text
from bredvid.room.protocol.outcomes import Outcome, Rejected

DEEPEST: Final = 4
SMALL: Final = 8 * 1024
LARGE: Final = 512 * 1024
"""Bytes of a body: a batch of four entries of the largest size, and a memory file."""

JSON: Final = "application/json"
"""The only type a body may have. A page of somebody else's cannot send it by its visitors' browsers."""

Read = Callable[[object], Any]


def body(request: HttpRequest, shape: Mapping[str, Read], *, optional: Mapping[str, Read] | None = None,
         limit: int = SMALL) -> dict[str, Any]:  # fmt: skip
    """The members of a request's object, each read by its reader; exactly those of `shape`, and none twice.

    Raises Rejected (too-large, not-canonical, and what a reader raises).
    """
    if request.content_type != JSON:
        raise Rejected(Outcome.NOT_CANONICAL, "another type")
    told = request.META.get("CONTENT_LENGTH") or "0"
    if not told.isdecimal() or int(told[:12]) > limit:
        raise Rejected(Outcome.TOO_LARGE, "body")
    found = _object(request.read(limit + 1))
    readers = {**shape, **(optional or {})}
    if not shape.keys() <= found.keys() <= readers.keys():
        raise Rejected(Outcome.NOT_CANONICAL, "members")
    return {name: readers[name](value) for name, value in found.items()}


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise Rejected(Outcome.NOT_CANONICAL, "no JSON") from error
    if not isinstance(found, dict) or _depth(found) > DEEPEST:
        raise Rejected(Outcome.NOT_CANONICAL, "no object, or too deep")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a member twice")
    return found


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _depth(value: object) -> int:
    """How deep arrays and objects stand in each other; no deeper than one more than is allowed."""
    level, depth = [value], 0
    while depth <= DEEPEST:
        inner = [each for one in level if isinstance(one, dict | list) for each in _inside(one)]
        depth += any(isinstance(one, dict | list) for one in level)
        if not inner:
            break
        level = inner
    return depth


def _inside(value: "dict[str, Any] | list[Any]") -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value


def data(length: int | None = None) -> Read:
    """Reads base64url without padding, of so many bytes where that is given."""

    def read(value: object) -> bytes:
        if not isinstance(value, str):
            raise Rejected(Outcome.NOT_CANONICAL, "no text")
        return from_text(value, length)

    return read


def number(*allowed: int, most: int = 0) -> Read:
    """Reads a whole number: one of `allowed`, or one up to `most`."""

    def read(value: object) -> int:
        fits = type(value) is int and (value in allowed if allowed else 0 <= value <= most)
        if not fits or not isinstance(value, int):
            raise Rejected(Outcome.NOT_CANONICAL, "number")
        return value

    return read


def several(each: Read, most: int) -> Read:
    """Reads a list of one up to `most`."""

    def read(value: object) -> list[Any]:
        if not isinstance(value, list) or not value:
            raise Rejected(Outcome.NOT_CANONICAL, "no list")
        if len(value) > most:
            raise Rejected(Outcome.TOO_LARGE, "list")
        return [each(one) for one in value]

    return read


def answer(members: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """An answer in JSON that no copy is kept of."""
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(text, content_type=JSON, status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
