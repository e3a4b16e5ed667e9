"""Pages of an audit for staff: which there are, how one came out, its sites, one site, groups, what changed."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from bredvid.places.models import MunicipalityGroup
from bredvid.sheets.guarding import guarded
from bredvid.webaudit.access import Action, requires
from bredvid.webaudit.models import INDICATOR_CODES, STATES, Audit, Site
from bredvid.webaudit.reads.changes import DIRECTIONS, changes
from bredvid.webaudit.reads.listing import SORTS, listing_of
from bredvid.webaudit.reads.site import earlier_audits, judged
from bredvid.webaudit.reads.standing import standings, standings_of_groups, trend


@requires(Action.WEB_READ)
def audits(request: HttpRequest) -> HttpResponse:
    """Every audit that was kept, newest first, and how to make one."""
    return render(request, "webaudit/audits.html", {"audits": Audit.objects.all()})


@requires(Action.WEB_READ)
def audit(request: HttpRequest, code: str) -> HttpResponse:
    """How an audit came out, indicator by indicator, and every site of it."""
    found = get_object_or_404(Audit, pk=code)
    listing = listing_of(found, request.GET)
    context = {
        "audit": found,
        "standings": standings(found),
        "listing": listing,
        "unread": sum(row.checked == 0 for row in listing.all),
        "earlier": earlier_audits(found),
        "groups": _groups(found),
        "sorts": [(name, label, name == listing.sort) for name, (label, _) in SORTS.items()],
        "indicators": INDICATOR_CODES,
        "states": STATES,
        "address": request.GET.urlencode(),
    }
    return render(request, "webaudit/audit.html", context)


@requires(Action.WEB_READ)
def sites_file(request: HttpRequest, code: str) -> HttpResponse:
    """The sites that the address asks for, as a file: a row for each site, a column for each indicator."""
    found = get_object_or_404(Audit, pk=code)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="webb-{code}.csv"'
    answer.write("\ufeff")
    rows = csv.writer(answer, delimiter=";")
    rows.writerow(["kod", "kommun", "grupp", "webbplats", "sidor", "misslyckade", *INDICATOR_CODES])
    for row in listing_of(found, request.GET).rows:
        site = row.site
        group = site.group.code if site.group else ""
        rows.writerow([site.key, guarded(site.name), group, site.state, site.pages, site.failed, *row.states])
    return answer


@requires(Action.WEB_READ)
def site(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """One municipality: each verdict with its passage, beside its group, and what to do where it is not found."""
    found = get_object_or_404(Site.objects.select_related("audit", "group", "municipality"), audit_id=code, key=key)
    earlier = Site.objects.filter(audit__in=earlier_audits(found.audit), key=key).select_related("audit")
    return render(
        request,
        "webaudit/site.html",
        {"site": found, "audit": found.audit, "judged": judged(found), "earlier": earlier, "states": STATES},
    )


@requires(Action.WEB_READ)
def groups(request: HttpRequest, code: str) -> HttpResponse:
    """Each indicator within each group of comparable municipalities."""
    found = get_object_or_404(Audit, pk=code)
    within, names = standings_of_groups(found), _groups(found)
    rows = [(group, within[group.code]) for group in names if group.code in within]
    return render(request, "webaudit/groups.html", {"audit": found, "rows": rows, "indicators": INDICATOR_CODES})


@requires(Action.WEB_READ)
def changed(request: HttpRequest, code: str, before: str) -> HttpResponse:
    """What differs from an earlier audit, with the proof of both; `?visa=better` (worse, seen) shows only these."""
    now, then = get_object_or_404(Audit, pk=code), get_object_or_404(Audit, pk=before)
    found = changes(then, now)
    direction = request.GET.get("visa", "") if request.GET.get("visa") in DIRECTIONS else ""
    context = {
        "audit": now,
        "before": then,
        "found": found,
        "shown": [change for change in found.changes if not direction or change.direction == direction],
        "counts": {name: found.count(name) for name in DIRECTIONS},
        "direction": direction,
        "directions": [(name, label) for name, label in DIRECTIONS.items() if found.count(name)],
    }
    return render(request, "webaudit/changes.html", context)


@requires(Action.WEB_READ)
def over_time(request: HttpRequest, code: str) -> HttpResponse:
    """Each indicator over this audit and those before it that it may be held against."""
    now = get_object_or_404(Audit, pk=code)
    series = [*reversed(earlier_audits(now)), now]
    by_audit = trend(series)
    rows = [
        (indicator, [(each.code, by_audit[each.code][place]) for each in series])
        for place, indicator in enumerate(INDICATOR_CODES)
    ]
    same = len({(each.rules, each.lexicon) for each in series}) == 1
    return render(request, "webaudit/trend.html", {"audit": now, "series": series, "rows": rows, "same": same})


def _groups(audit: Audit) -> list[MunicipalityGroup]:
    return list(MunicipalityGroup.objects.filter(audited_sites__audit=audit).distinct().order_by("code"))
