"""A judgement as JSON and back (section 6 of the page of rules). The same judgement gives the same bytes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bredvid.webaudit.shapes import Judgement, PageVerdicts, Problem, SiteVerdicts, State, Verdict


def as_json(judgement: Judgement) -> dict[str, Any]:
    """The judgement as plain values, for `json.dumps`."""
    return {
        "lexicon": judgement.lexicon,
        "rules": judgement.rules,
        "pages": [page_as_json(page) for page in judgement.pages],
        "municipalities": {key: site_as_json(judgement.sites[key]) for key in sorted(judgement.sites)},
        "problems": [{"where": problem.where, "reason": problem.reason} for problem in judgement.problems],
    }


def written(judgement: Judgement) -> Iterator[str]:
    """The judgement as JSON text, a page at a time, so that an archive of any size is never held twice.

    Keys are sorted; each page, municipality and problem stands on a line of its own.
    """
    yield f'{{"lexicon": {_line(judgement.lexicon)},\n"municipalities": {{'
    yield from _lines(f"{_line(key)}: {_line(site_as_json(judgement.sites[key]))}" for key in sorted(judgement.sites))
    yield '},\n"pages": ['
    yield from _lines(_line(page_as_json(page)) for page in judgement.pages)
    yield '],\n"problems": ['
    yield from _lines(_line({"where": each.where, "reason": each.reason}) for each in judgement.problems)
    yield f'],\n"rules": {_line(judgement.rules)}}}\n'


def _lines(texts: Iterator[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f"{',' if number else ''}\n{text}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def page_as_json(page: PageVerdicts) -> dict[str, Any]:
    """One page; why it could not be read, and what was odd about it, only where there is something to say."""
    return {
        "url": page.url, "title": page.title, "kind": page.kind, "language": page.language, "fetched": page.fetched,
        "published": page.published, "changed": page.changed,
        "municipality": page.municipality, "relevant": page.relevant, "zones": dict(page.zones),
        "indicators": {name: _verdict_as_json(verdict) for name, verdict in page.verdicts.items()},
        **({"problem": page.problem} if page.problem else {}),
        **({"problems": list(page.problems)} if page.problems else {}),
    }  # fmt: skip


def site_as_json(site: SiteVerdicts) -> dict[str, Any]:
    """One municipality, each verdict with its address and time."""
    return {
        "name": site.name,
        "site": {"state": site.state, "pages": site.pages, "failed": site.failed},
        "indicators": {
            name: _verdict_as_json(verdict) | {"url": verdict.url, "fetched": verdict.fetched}
            for name, verdict in site.verdicts.items()
        },
    }


def _verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    value = list(verdict.value) if isinstance(verdict.value, tuple) else verdict.value
    return {
        "state": verdict.state.value, "reason": str(verdict.reason), "value": value, "zone": str(verdict.zone),
        "quote": verdict.quote,
    }  # fmt: skip


def from_json(data: Mapping[str, Any]) -> Judgement:
    """The judgement again, without links and forms, which JSON does not carry. Raises ValueError for no judgement."""
    try:
        return Judgement(
            lexicon=data["lexicon"],
            rules=data["rules"],
            pages=tuple(_page(page) for page in data["pages"]),
            sites={key: _site(key, site) for key, site in data["municipalities"].items()},
            problems=tuple(Problem(problem["where"], problem["reason"]) for problem in data["problems"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this JSON is no judgement ({type(error).__name__}: {error})") from error


def _page(data: Mapping[str, Any]) -> PageVerdicts:
    return PageVerdicts(
        url=data["url"], title=data["title"], kind=data["kind"], language=data["language"], fetched=data["fetched"],
        zones=data["zones"], verdicts=_verdicts(data["indicators"]), relevant=data["relevant"],
        municipality=data["municipality"], problem=data.get("problem", ""), problems=tuple(data.get("problems", ())),
        published=data.get("published", ""), changed=data.get("changed", ""),
    )  # fmt: skip


def _site(key: str, data: Mapping[str, Any]) -> SiteVerdicts:
    read = data["site"]
    return SiteVerdicts(
        key, data["name"], read["state"], read["pages"], read["failed"], _verdicts(data["indicators"])
    )  # fmt: skip


def _verdicts(data: Mapping[str, Any]) -> dict[str, Verdict]:
    return {name: _verdict(verdict) for name, verdict in data.items()}


def _verdict(data: Mapping[str, Any]) -> Verdict:
    value = tuple(data["value"]) if isinstance(data["value"], list) else data["value"]
    return Verdict(
        State(data["state"]), data["reason"], value, data["zone"], data["quote"], data.get("url", ""),
        data.get("fetched", ""),
    )  # fmt: skip
