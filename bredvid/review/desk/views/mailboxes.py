"""The municipalities' functional addresses: paste a list, see what it would change, accept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext

from bredvid.accounts.access import Action, requires, staff_of
from bredvid.review.desk import actions
from bredvid.review.desk.mailboxes import read_list
from bredvid.review.desk.reads import progress_of
from bredvid.review.models import Fieldwork


@requires(Action.LINK_MANAGE)
def mailboxes(request: HttpRequest, code: str) -> HttpResponse:
    """First what a pasted list would change; with `accepted`, changes it."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    text = _text(request)
    reading = read_list(fieldwork, text) if text.strip() else None
    if request.method == "POST" and reading is not None and "accepted" in request.POST:
        wanted = {change.case.code: change.after for change in reading.changes}
        changed = actions.set_mailboxes(by=staff_of(request), fieldwork=fieldwork, mailboxes=wanted)
        messages.success(
            request, ngettext("%(n)d address is changed.", "%(n)d addresses are changed.", changed) % {"n": changed}
        )
        return redirect("desk:cases", code)
    if request.method == "POST" and reading is None:
        messages.error(request, gettext("The list is empty. Paste lines, or choose a file."))
    context = {"round": fieldwork, "text": text, "reading": reading, "progress": progress_of(fieldwork)}
    return render(request, "review/desk/mailboxes.html", context)


def _text(request: HttpRequest) -> str:
    """What was pasted, or the file's text: UTF-8, or Windows' own where it is not that."""
    sent = request.FILES.get("file")
    if sent is None:
        return request.POST.get("text", "")
    content = bytes(sent.read(1_000_000))
    try:
        return content.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").replace("\x00", "")
