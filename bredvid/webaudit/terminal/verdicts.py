"""A judgement as calm tables: one for each municipality, and for each page that shows something."""

from collections.abc import Iterable, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bredvid.webaudit.advice.reading import advice
from bredvid.webaudit.judging.reasons import words
from bredvid.webaudit.shapes import INDICATORS, Judgement, PageVerdicts, SiteVerdicts, State, Verdict

STATES: Mapping[State, tuple[str, str, str]] = {
    State.FOUND: ("green", "finns", "found"),
    State.UNCLEAR: ("yellow", "oklart", "unclear"),
    State.NOT_FOUND: ("red", "finns inte", "not found"),
    State.NOT_CHECKED: ("dim", "kunde inte prövas", "could not be checked"),
}
_HEADS = {"sv": ("Fråga", "Läge", "Därför"), "en": ("Question", "State", "Why")}
_SITES = {"read": "läst", "partly read": "delvis läst"}
_UNREAD = {
    "sv": "Kunde inte läsas, eller lästes trots fel:",
    "en": "Could not be read, or was read in spite of faults:",
}


def show(judgement: Judgement, language: str, *, pages: bool = False) -> None:
    """Prints the judgement: every municipality, its pages when asked for, and what could not be read."""
    console = Console(highlight=False)
    for key, site in sorted(judgement.sites.items()):
        title = site.name if key == site.name else f"{key} {site.name}"
        console.print(table(f"{title} · {_how_read(site, language)}", site.verdicts, language))
    for page in judgement.pages if pages or len(judgement.pages) == 1 else ():
        _show_page(console, page, language)
    _show_problems(console, judgement, language)
    console.print(f"lexicon {judgement.lexicon} · rules {judgement.rules}", style="dim")


def table(title: str, verdicts: Mapping[str, Verdict], language: str, only: Iterable[str] = INDICATORS) -> Table:
    """Indicators as rows: what is asked, the state, and why, with quotation and address."""
    grid = Table(box=SIMPLE_HEAD, title=escape(title), title_justify="left", title_style="bold", expand=True)
    for head, ratio in zip(_HEADS[language], (2, 1, 5), strict=True):
        grid.add_column(head, ratio=ratio)
    names = advice(language)
    for indicator in only:
        verdict = verdicts[indicator]
        grid.add_row(
            f"{indicator} {escape(names[indicator].name)}", state_of(verdict, language), proof(verdict, language)
        )
    return grid


def state_of(verdict: Verdict, language: str) -> str:
    """The state in a word, coloured; the word alone says it all."""
    colour, *spoken = STATES[verdict.state]
    return f"[{colour}]{spoken[language == 'en']}[/{colour}]"


def proof(verdict: Verdict, language: str) -> str:
    """The reason in words with the value, then the quotation with zone and address."""
    lines = [escape(words(verdict.reason, language) + value_of(verdict))]
    if verdict.quote:
        lines.append(escape(f"”{verdict.quote}” [{verdict.zone}]"))
    if verdict.url:
        lines.append(f"[dim]{escape(' · '.join(filter(None, (verdict.url, verdict.fetched))))}[/dim]")
    return "\n".join(lines)


def value_of(verdict: Verdict) -> str:
    """The value behind a dash; nothing where there is none."""
    if verdict.value is None or verdict.value == ():
        return ""
    values = verdict.value if isinstance(verdict.value, tuple) else (verdict.value,)
    return f" ({', '.join(map(str, values))})"


def _how_read(site: SiteVerdicts, language: str) -> str:
    """How much of a site was read, in words: read, in part, or why not."""
    state = _SITES.get(site.state, words(site.state, language)) if language == "sv" else words(site.state, language)
    pages = "sidor lästa" if language == "sv" else "pages read"
    return f"{state} · {site.pages - site.failed}/{site.pages} {pages}"


def _show_page(console: Console, page: PageVerdicts, language: str) -> None:
    telling = [name for name in INDICATORS if page.verdicts[name].quote]
    if telling:
        about = " · ".join(filter(None, (page.url, page.title, page.kind)))
        console.print(table(about, page.verdicts, language, telling))


def _show_problems(console: Console, judgement: Judgement, language: str) -> None:
    if judgement.problems:
        console.print(_UNREAD[language])
    for problem in judgement.problems:
        console.print(f"  {escape(problem.where)}: {escape(words(problem.reason, language))}")
