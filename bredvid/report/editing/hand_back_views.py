"""The page that shows what is lost before a chapter is given back to the machine."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from bredvid.accounts.access import requires
from bredvid.accounts.roles import Action
from bredvid.report.editing.addresses import address
from bredvid.report.editing.chapter_views import chapter_or_404
from bredvid.report.editing.differences import differences
from bredvid.report.editing.handing_back import hand_back as give, machines_text
from bredvid.report.editing.views import staff_of
from bredvid.report.manuscript.reading import source_of
from bredvid.report.manuscript.titles import titles_of
from bredvid.report.manuscript.writing import Conflict, Place
from bredvid.report.models import ChapterVersion


@requires(Action.REPORT_EDIT)
@require_http_methods(["GET", "POST"])
def hand_back(request: HttpRequest, code: str, kind: str, slug: str, language: str) -> HttpResponse:
    """Shows the text that the machine's would take the place of, and lets it. `based_on` is the version shown."""
    round_, current = chapter_or_404(code, kind, slug, language)
    place = Place(round=code, kind=kind, slug=slug, language=language)
    written = machines_text(round_, place, current)
    if written is None or not isinstance(current, ChapterVersion):
        raise Http404(f"the machine does not write {place}, or does so already")
    if request.method == "POST":
        try:
            give(place=place, current=current, written=written, based_on=_seen(request), staff=staff_of(request))
        except Conflict:
            messages.error(request, gettext("Somebody saved a new version just now. Look at it first."))
            return HttpResponseRedirect(address("chapter", place))
        said = gettext("Bredvid writes the chapter again. The text that was there is kept among the versions.")
        messages.success(request, said)
        return HttpResponseRedirect(address("chapter", place))
    source = source_of(code, current)
    context: dict[str, Any] = {
        "place": place,
        "version": current,
        "title": titles_of(round_)(source.title, source.language),
        "body": source.body.strip(),
        "lines": differences(current.text, written.text),
    }
    return render(request, "report/staff/hand_back.html", context)


def _seen(request: HttpRequest) -> int:
    """The version that the page showed; one that cannot be is no version."""
    seen = request.POST.get("based_on", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else -1
