"""What the page sends and is answered: small JSON with base64url, one way to write each value."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse

from bredvid.room.desk.errors import Refused

LONGEST = 500_000


def members(request: HttpRequest, *names: str) -> dict[str, Any]:
    """The members of the request's body, exactly these. Raises Refused (too-large, not-canonical)."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST:
        raise Refused("too-large")
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Refused("not-canonical") from None
    if not isinstance(body, dict) or set(body) != set(names):
        raise Refused("not-canonical")
    return body


def data(value: object, length: int | None = None, *, most: int = 70_000) -> bytes:
    """The bytes of a text. Raises Refused (not-canonical) where it is another text's or another length."""
    if not isinstance(value, str) or len(value) > most * 2:
        raise Refused("not-canonical")
    try:
        found = base64.b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refused("not-canonical") from None
    if text(found) != value or (length is not None and len(found) != length) or len(found) > most:
        raise Refused("not-canonical")
    return found


def text(value: "bytes | memoryview | None") -> str | None:
    """Bytes as base64url without padding; None stays None."""
    return None if value is None else base64.urlsafe_b64encode(bytes(value)).rstrip(b"=").decode()


def answer(body: Mapping[str, Any], status: int = 200) -> JsonResponse:
    """An answer that nobody keeps."""
    response = JsonResponse(dict(body), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def refusal(outcome: str, status: int = 400) -> JsonResponse:
    """The one form of every refusal."""
    return answer({"class": outcome}, status)
