"""The difference between two judgements in a terminal: what changed, with both proofs."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bredvid.webaudit.advice.reading import advice
from bredvid.webaudit.judging.difference import Difference, SiteChange
from bredvid.webaudit.shapes import Verdict
from bredvid.webaudit.terminal.verdicts import proof, state_of

_TEXTS = {
    "sv": {
        "head": ("Fråga", "Förut", "Nu"),
        "same": "Inget har ändrats.",
        "versions": "Obs: bedömda med olika {name}, {before} och {after}. En ändring kan vara vår, inte webbplatsens.",
        "lexicon": "ordlista",
        "rules": "regler",
        "appeared": "Ny sida:",
        "vanished": "Borta:",
        "sites-appeared": "Finns bara i den senare:",
        "sites-vanished": "Finns bara i den tidigare:",
    },
    "en": {
        "head": ("Question", "Before", "Now"),
        "same": "Nothing has changed.",
        "versions": "Note: judged by different {name}, {before} and {after}. A change may be ours and not the site's.",
        "lexicon": "lexicons",
        "rules": "rules",
        "appeared": "New page:",
        "vanished": "Gone:",
        "sites-appeared": "Only in the later one:",
        "sites-vanished": "Only in the earlier one:",
    },
}


def show_difference(found: Difference, language: str) -> None:
    """Prints what has changed, municipality by municipality."""
    console, texts = Console(highlight=False), _TEXTS[language]
    for name, (before, after) in sorted(found.versions.items()):
        console.print(str(texts["versions"]).format(name=texts[name], before=before, after=after), style="yellow")
    for site in found.sites:
        _show_site(console, site, language)
    for text, keys in (("sites-appeared", found.appeared), ("sites-vanished", found.vanished)):
        if keys:
            console.print(f"{texts[text]} {', '.join(keys)}")
    if not (found.sites or found.appeared or found.vanished):
        console.print(str(texts["same"]))


def _show_site(console: Console, site: SiteChange, language: str) -> None:
    texts, names = _TEXTS[language], advice(language)
    grid = Table(box=SIMPLE_HEAD, title=escape(f"{site.key} {site.name}"), title_justify="left", expand=True)
    for head, ratio in zip(texts["head"], (2, 4, 4), strict=True):
        grid.add_column(head, ratio=ratio)
    for change in site.changes:
        name = f"{change.indicator} {escape(names[change.indicator].name)}"
        grid.add_row(name, _proof(change.before, language), _proof(change.after, language))
    console.print(grid)
    for text, urls in (("appeared", site.appeared), ("vanished", site.vanished)):
        for url in urls:
            console.print(f"  {texts[text]} {escape(url)}")


def _proof(verdict: Verdict, language: str) -> str:
    return f"{state_of(verdict, language)}\n{proof(verdict, language)}"
