"""`bredvid audit page`: what a web editor runs on a draft, before her readers do."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from bredvid.config.installation import start_django
from bredvid.webaudit.advice.draft import Line, lines, met
from bredvid.webaudit.advice.prose import told_of_prose
from bredvid.webaudit.archive.inputs import raws
from bredvid.webaudit.judging.reasons import words
from bredvid.webaudit.judging.thresholds import RULES_VERSION
from bredvid.webaudit.lexicon import current
from bredvid.webaudit.scale.shard_verdicts import judge_raw
from bredvid.webaudit.shapes import PageVerdicts, Raw, State

_SIGNS = {State.FOUND: "✓", State.UNCLEAR: "~", State.NOT_FOUND: "✗", State.NOT_CHECKED: "·"}


@click.command()
@click.argument("page", metavar="ADDRESS-OR-FILE")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the advice as a web page.")
@click.option("--language", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
@click.option("--contact", default="", help="Your e-mail or page, sent with the question when PAGE is an address.")
def page(page: str, html: Path | None, language: str, contact: str) -> None:
    """Judge one page or draft (HTML, text, PDF, or an address) and say what would make it better."""
    raw = _raw(page, contact)
    judged = _judged(raw)
    told, prose = list(lines(judged, language)), told_of_prose(raw, language)
    if html:
        html.write_text(_as_html(judged, told, prose, language), "utf-8")
        click.echo(f"Written: {html}")
        return
    click.echo("\n".join(_as_text(judged, told, prose)))


def _raw(page: str, contact: str) -> Raw:
    if page.startswith(("http://", "https://")):
        # Scrapy takes a while to wake, and a file does not need it.
        from bredvid.webaudit.crawling.contact import ENVIRONMENT, ContactError
        from bredvid.webaudit.crawling.single import fetch_one

        try:
            return fetch_one(page, contact=contact or os.environ.get(ENVIRONMENT, ""))
        except ContactError as error:
            raise click.UsageError(str(error)) from error
    path = Path(page)
    if not path.is_file():
        raise click.ClickException(f"{page}: no such file. Give a file, or an address that begins with https://.")
    found = next(raws(path), None)
    if found is None:
        raise click.ClickException(f"{page}: no page. What can be read: .html, .htm, .txt, .json, .pdf.")
    return found


def _judged(raw: Raw) -> PageVerdicts:
    judged = judge_raw(raw)
    if judged.problem:
        raise _unreadable(raw, judged.problem)
    return judged


def _unreadable(raw: Raw, reason: str) -> click.ClickException:
    said = words(reason, "en").rstrip(".")
    return click.ClickException(f"{raw.where or raw.url}: it could not be read ({said}). Give HTML, text or PDF.")


def _as_text(page: PageVerdicts, told: Iterable[Line], prose: str) -> Iterable[str]:
    versions = f"regler {RULES_VERSION}, ordlista {current().version}"
    yield f"{page.title or page.url}: {met(page)} / {len(page.verdicts)}  ({versions})"
    yield prose
    for line in told:
        verdict = line.verdict
        yield f"\n{_SIGNS[verdict.state]} {line.advice.indicator} {line.advice.name}: {line.because}"
        if verdict.quote:
            yield f"    ”{verdict.quote}” [{verdict.zone}]"
        if line.asks_for_work:
            yield f"    → {line.advice.do}\n    ”{line.advice.paragraph}”"


def _as_html(judged: PageVerdicts, told: list[Line], prose: str, language: str) -> str:
    start_django()
    from django.template.loader import render_to_string
    from django.utils.translation import override

    versions = {"rules": RULES_VERSION, "lexicon": current().version}
    with override(language):
        return render_to_string(
            "webaudit/draft.html", {"page": judged, "lines": told, "prose": prose, "met": met(judged), **versions}
        )
