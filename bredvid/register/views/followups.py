"""Asking her how it is: the questions in the words they are read to her, and how it went."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from bredvid.register import clock
from bredvid.register.access import staff_of
from bredvid.register.actions import followups as actions
from bredvid.register.forms.periods import FollowUpForm
from bredvid.register.models import SupportPeriod, Unit
from bredvid.register.reads import periods as reads
from bredvid.register.rules import following
from bredvid.register.views.period_deeds import of_period
from bredvid.register.views.periods import to_period


@require_http_methods(["GET", "HEAD", "POST"])
@of_period
def follow_up(request: HttpRequest, unit: Unit, period: SupportPeriod) -> HttpResponse:
    """The next follow-up of a resting period."""
    seen = reads.seen(period)
    if not seen.follow_ups:
        return to_period(period)
    form = FollowUpForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _show(request, seen, form)
    outcome = form.values["outcome"]
    actions.record(
        unit=unit, staff=staff_of(request), period=period, outcome=outcome, values=form.hers,
        stop=form.cleaned_data["stop"],
    )  # fmt: skip
    return to_period(period, "inte-nadd" if outcome == actions.NOT_REACHED else "uppfoljd")


def _show(request: HttpRequest, seen: reads.Seen, form: FollowUpForm) -> HttpResponse:
    nearest = seen.follow_ups[0]
    context = {
        "period": seen.period, "seen": seen, "alias": seen.alias, "form": form, "follow_up": nearest,
        "last_day": following.last_day(nearest.due), "first_day": following.first_day(nearest.due),
        "too_early": clock.today() < following.first_day(nearest.due), "is_last": len(seen.follow_ups) == 1,
    }  # fmt: skip
    return render(request, "register/follow_up.html", context, status=422 if form.errors else 200)
