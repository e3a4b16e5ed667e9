"""`bredvid audit lexicon`: which words a page is searched for, whose they are, and whether the list is in order."""

import json
from pathlib import Path

import click

from bredvid.webaudit.lexicon.linter import lint
from bredvid.webaudit.lexicon.reading import FOLDER, current, read
from bredvid.webaudit.lexicon.shape import Lexicon, Term

_SHOWN = (
    *("id", "group", "vocabulary", "form", "language", "lemma", "forms", "gapped"),
    *("excepting", "heads", "stem", "named", "capitals", "source", "date"),
)


@click.group(invoke_without_command=True)
@click.option("--group", "groups", multiple=True, help="Only this group; may be given several times.")
@click.option("--vocabulary", help="Only this vocabulary: roks, authority, hers or hiding.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON, with every form.")
@click.pass_context
def lexicon(context: click.Context, groups: tuple[str, ...], vocabulary: str | None, as_json: bool) -> None:
    """List the words a page is searched for, by group, each with whose word it is and its source."""
    if context.invoked_subcommand:
        return
    words = current()
    unknown = [name for name in groups if name not in words.groups]
    if unknown:
        raise click.ClickException(f"no group {unknown[0]}; there are {', '.join(words.groups)}")
    terms = [
        term
        for term in words.terms
        if (not groups or term.group in groups) and (not vocabulary or term.vocabulary == vocabulary)
    ]
    click.echo(_as_json(words, terms) if as_json else _as_text(words, terms))


@lexicon.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def check(file: Path | None, as_json: bool) -> None:
    """Examine the lexicon, or FILE as a further file of terms. Warnings are told; anything else gives exit code 1."""
    try:
        found = lint(read(FOLDER / f"lexicon-{current().version}", more=file))
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    faults = [finding for finding in found if not finding.warning]
    if as_json:
        rows = [
            {"file": each.file, "term": each.term, "what": each.what, "mend": each.mend, "warning": each.warning}
            for each in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for finding in found:
            click.echo(str(finding))
        click.echo(f"{len(faults)} faults, {len(found) - len(faults)} warnings.")
    if faults:
        raise click.exceptions.Exit(1)


def _as_text(words: Lexicon, terms: list[Term]) -> str:
    lines = [f"Lexicon {words.version} of {words.date}: {len(terms)} terms"]
    for group in words.groups.values():
        of_group = [term for term in terms if term.group == group.id]
        if of_group:
            lines += ["", f"{group.id}: {group.about} ({len(of_group)})"]
            lines += [_line(term) for term in of_group]
    return "\n".join(lines)


def _line(term: Term) -> str:
    whose = " ".join(each for each in (term.vocabulary, term.form, term.language) if each)
    count = len(term.forms) + len(term.gapped) + len(term.heads)
    return f"  {term.lemma:<40}{whose:<24}{count:>5} forms  {term.source} {term.date}"


def _as_json(words: Lexicon, terms: list[Term]) -> str:
    rows = [{name: getattr(term, name) for name in _SHOWN} for term in terms]
    return json.dumps({"version": words.version, "date": words.date, "terms": rows}, ensure_ascii=False, indent=2)
