"""The log of what staff did."""

import csv
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from bredvid.accounts import activity, reads
from bredvid.accounts.access import Action, requires, staff_of
from bredvid.accounts.forms import LogForm
from bredvid.accounts.models import ActivityEntry

ON_A_PAGE = 50
COLUMNS = ("number", "at", "staff", "action", "subject", "detail", "previous", "digest")


@requires(Action.LOG_READ)
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """The log, page by page, and whether its chain is whole."""
    form = LogForm(request.GET, actions=sorted(((str(a), w) for a, w in reads.LABELS.items()), key=lambda p: str(p[1])))
    chosen = reads.entries(**_filter(form))
    page = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("sida"))
    query = request.GET.copy()
    query.pop("sida", None)
    values = {
        "form": form,
        "page": page,
        "rows": reads.in_words(page),
        # Reading the whole chain takes a while when it is long; on the first page is enough.
        "verdict": activity.verify() if page.number == 1 else None,
        "query": query.urlencode(),
    }
    return render(request, "accounts/log.html", values)


@requires(Action.LOG_READ)
@require_GET
def log_file(request: HttpRequest) -> HttpResponseBase:
    """The whole log as CSV, oldest first, so that its chain can be checked elsewhere too."""
    activity.record(staff=staff_of(request), action=Action.LOG_READ, subject="log", detail="csv")
    writer = csv.writer(_Echo())
    lines = (writer.writerow(row) for row in _rows())
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{gettext("log")}.csv"'
    return answer


def _filter(form: LogForm) -> dict[str, Any]:
    """What was asked for, without what cannot be understood."""
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value}


def _rows() -> Iterator[tuple[object, ...]]:
    yield COLUMNS
    for entry in ActivityEntry.objects.order_by("number").iterator():
        yield (
            entry.number,
            entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            entry.staff_id or "",
            *(_plain(text) for text in (entry.action, entry.subject, entry.detail)),
            entry.previous,
            entry.digest,
        )


def _plain(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text


class _Echo:
    """Hands back what the writer writes."""

    def write(self, text: str) -> str:
        return text
