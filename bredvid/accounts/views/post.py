"""The mails of one's own machine, so that links and codes can be tried. Served in development only."""

import re
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from bredvid.accounts.access import Door, door

NEWEST = 40


@door(Door.OPEN)
@require_GET
def post(request: HttpRequest) -> HttpResponse:
    """The newest mails first. Raises Http404 where mails leave the machine."""
    if not settings.SHOW_MAIL:
        raise Http404
    return render(request, "accounts/post.html", {"mails": _mails(request.get_host())})


def _mails(host: str) -> list[dict[str, object]]:
    folder = Path(settings.EMAIL_FILE_PATH or "")
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True) if folder.is_dir() else []
    return [_mail(text, host) for file in files[:NEWEST] for text in reversed(_texts(file))]


def _texts(file: Path) -> list[bytes]:
    """The mails of a file: one connection may have sent several, each closed by a line of dashes."""
    return [part for part in re.split(rb"\n-{79}\n", file.read_bytes()) if part.strip()]


def _mail(text: bytes, host: str) -> dict[str, object]:
    message = message_from_bytes(text.lstrip(), policy=policy.default)
    body = message.get_body(("plain",)) if hasattr(message, "get_body") else None
    words = body.get_content() if body is not None else ""
    return {"to": message["To"], "subject": message["Subject"], "date": message["Date"], "body": _linked(words, host)}


def _linked(words: str, host: str) -> SafeString:
    """The text with links to this site that can be pressed."""
    ours = re.compile(rf"https?://{re.escape(escape(host))}(/[^\s<>]*)")
    return mark_safe(ours.sub(r'<a href="\1">\g<0></a>', escape(words)))  # noqa: S308 (escaped the line before)
