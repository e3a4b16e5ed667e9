"""Looking through a month of the access log: each row that was drawn, a finding, a signature."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions.log_review import sign
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Unit
from bredvid.register.reads.access_log import in_words
from bredvid.register.reads.log_reviews import months_left, others_who_review, sample_of
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.views.finding import findings


@require_http_methods(["GET", "HEAD", "POST"])
@of_unit(Action.ACCESS_REVIEW)
def log_review(request: HttpRequest, unit: Unit, month: int) -> HttpResponse:
    """Shows what was drawn, and takes the signature."""
    if month not in months_left(unit):
        raise Http404
    if request.method != "POST":
        return _show(request, unit, month)
    try:
        sign(
            unit=unit,
            staff=staff_of(request),
            month=month,
            seen=_seen(request),
            finding=request.POST.get("finding", ""),
        )
    except RegisterRefused as refused:
        return _show(request, unit, month, fault=str(refused), status=422)
    # Said in the address and not by the session, which would keep the time.
    return redirect(f"{reverse('register:log')}?klar={month}")


def _show(request: HttpRequest, unit: Unit, month: int, *, fault: str = "", status: int = 200) -> HttpResponse:
    sample, staff = sample_of(unit, month), staff_of(request)
    own = sample.is_all_by(staff)
    return render(request, "register/log_review.html", {
        "month": month_in_words(month), "sample": sample, "rows": in_words(sample.entries), "findings": findings(),
        "seen": _seen(request), "finding": request.POST.get("finding", ""), "fault": fault,
        "own": own, "somebody_else": own and others_who_review(unit, staff),
    }, status=status)  # fmt: skip


def _seen(request: HttpRequest) -> set[int]:
    return {int(key) for key in request.POST.getlist("seen") if key.isascii() and key.isdigit() and len(key) < 19}
