"""Keeps a judgement as an audit: once, whole, and never an invented finding beside a real name."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from django.db import transaction

from bredvid.accounts.access import Action
from bredvid.accounts.activity import record
from bredvid.places.models import Municipality, MunicipalityGroup
from bredvid.webaudit.judging.result import as_json
from bredvid.webaudit.models import Audit, Finding, Passage, Site
from bredvid.webaudit.shapes import Judgement, PageVerdicts, SiteVerdicts, Verdict

# Statistics Sweden gives no municipality a code above 2599.
INVENTED_FROM = 9001


class KeepingError(Exception):
    """Why a judgement is not kept, in one line."""


@transaction.atomic
def keep(
    *, judgement: Judgement, code: str, today: date, archive: str = "", groups: Mapping[str, str] | None = None
) -> Audit:
    """Keeps a judgement under a code, with a site for each municipality, also those that could not be read.

    `groups` says the group (code) of an invented municipality. An audit of invented sites is a demonstration, and
    names none that exists. Raises KeepingError for a code that is taken, a judgement without sites, or one that mixes
    invented sites with real ones.
    """
    if Audit.objects.filter(code=code).exists():
        raise KeepingError(f"There is an audit {code} already; an audit is kept once. Choose another code.")
    demonstration = _is_invented(judgement.sites)
    audit = Audit.objects.create(
        code=code, demonstration=demonstration, lexicon=judgement.lexicon, rules=judgement.rules,
        digest=digest_of(judgement), archive=archive, kept_on=today, **_when(judgement.pages),
    )  # fmt: skip
    sites = {site.key: site for site in Site.objects.bulk_create(_sites(audit, judgement, groups or {}))}
    Finding.objects.bulk_create(_findings(sites, judgement), batch_size=500)
    Passage.objects.bulk_create(_passages(sites, judgement), batch_size=500)
    record(staff=None, action=Action.WEB_KEEP, subject=code, detail=f"{len(sites)} sites, {len(judgement.pages)} pages")
    return audit


def digest_of(judgement: Judgement) -> str:
    """SHA-256 of the judgement's own JSON."""
    written = json.dumps(as_json(judgement), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _is_invented(sites: Mapping[str, SiteVerdicts]) -> bool:
    kinds = {key.isdigit() and int(key) >= INVENTED_FROM for key in sites}
    if not kinds:
        raise KeepingError("The judgement has no site, so there is nothing to keep.")
    if len(kinds) > 1:
        raise KeepingError("The judgement mixes invented sites (codes from 9001) with others; judge them apart.")
    return kinds.pop()


def _sites(audit: Audit, judgement: Judgement, groups: Mapping[str, str]) -> Iterator[Site]:
    real = {} if audit.demonstration else Municipality.objects.select_related("group").in_bulk()
    known = {group.code: group for group in MunicipalityGroup.objects.order_by("vintage")}
    for key, site in judgement.sites.items():
        municipality = real.get(key)
        group = municipality.group if municipality else known.get(groups.get(key, ""))
        yield Site(
            audit=audit, key=key, name=municipality.name if municipality else site.name, municipality=municipality,
            group=group, state=site.state, pages=site.pages, failed=site.failed,
        )  # fmt: skip


def _findings(sites: Mapping[str, Site], judgement: Judgement) -> Iterator[Finding]:
    pages = {(page.municipality, page.url): page for page in judgement.pages}
    for site in judgement.sites.values():
        for indicator, verdict in site.verdicts.items():
            yield Finding(
                site=sites[site.key], indicator=indicator, value=_plain(verdict), url=verdict.url, **_shown(verdict),
                **_days(pages.get((site.key, verdict.url))),
            )  # fmt: skip


def _passages(sites: Mapping[str, Site], judgement: Judgement) -> Iterator[Passage]:
    for page in judgement.pages:
        site = sites.get(page.municipality)
        for indicator, verdict in page.verdicts.items():
            if site and verdict.quote:
                yield Passage(
                    site=site, indicator=indicator, url=page.url, title=page.title[:300], kind=page.kind,
                    **(_shown(verdict) | {"fetched": _moment(page.fetched)}), **_days(page),
                )  # fmt: skip


def _shown(verdict: Verdict) -> dict[str, object]:
    return {
        "state": verdict.state.value, "reason": verdict.reason, "zone": verdict.zone, "quote": verdict.quote,
        "fetched": _moment(verdict.fetched),
    }  # fmt: skip


def _days(page: PageVerdicts | None) -> dict[str, date | None]:
    return {"page_published": _day(page.published), "page_changed": _day(page.changed)} if page else {}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(verdict: Verdict) -> object:
    return list(verdict.value) if isinstance(verdict.value, tuple) else verdict.value


def _when(pages: Iterable[PageVerdicts]) -> dict[str, datetime | None]:
    moments = sorted(filter(None, (_moment(page.fetched) for page in pages)))
    return {"began": moments[0], "ended": moments[-1]} if moments else {"began": None, "ended": None}


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
