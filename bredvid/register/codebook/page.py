"""The codebook as a page of documentation, so that it cannot differ from the data. Pure."""

from collections.abc import Iterator, Sequence

from bredvid.register.codebook.never import never_collected
from bredvid.register.codebook.reading import current, versions
from bredvid.register.codebook.shape import Code, Codebook, Variable
from bredvid.register.codebook.since import since

_KINDS = {
    "single": "one code",
    "multiple": "several codes may hold",
    "number": "a whole number",
    "month": "a month",
    "place": "a municipality, or not known",
}


def codebook_page() -> str:
    """The page in Markdown, without the line that says that it is made."""
    book = current()
    return "\n".join(
        [*_intro(book), *_forms(book), *(line for v in book.variables for line in _variable(v)), *_never()]
    )


def _intro(book: Codebook) -> Iterator[str]:
    older = ", ".join(f"{each.version} from {each.valid_from}" for each in versions()[:-1])
    yield (
        f"Version {book.version}, valid from {book.valid_from}."
        f" {f'Older: {older}.' if older else 'There is no older one.'}"
        " A new version adds codes and never changes or takes out any:"
        " [bredvid/register/codebook](../../bredvid/register/codebook/README.md).\n"
    )
    yield (
        "What is stored is the number of a code; in a variable where several may hold, its bit. 0 is not filled in:"
        " nobody was asked, nobody wrote. *Vet ej* and *Vill inte svara* are codes of their own and something else."
        " Lines are lines of the report.\n"
    )


def _forms(book: Codebook) -> Iterator[str]:
    yield "## Every form in the report has one home\n"
    rows = [(f"F{form.number}", form.lines, f"`{form.home}`") for form in book.forms]
    yield _table(("form", "lines", "home"), rows)


def _variable(variable: Variable) -> Iterator[str]:
    yield f"## {variable.code} {variable.sv} ({variable.en})\n"
    yield f"{variable.plain}\n"
    said = [
        f"Column `{variable.column}`",
        _KINDS[variable.kind],
        f"on: {', '.join(variable.on)}",
        f"layer {variable.layer}",
    ]
    said += [f"lines {variable.lines}"] if variable.lines else []
    said += [f"since {since(variable.code)}"]
    yield " · ".join(said) + "\n"
    if variable.codes:
        heads = ("number", "code", "svenska", "på lätt svenska", "English", "lines", "HTCDS 2.0", "GBVIMS", "since")
        yield _table(heads, [_row(variable, code) for code in variable.codes])


def _row(variable: Variable, code: Code) -> tuple[str, ...]:
    group = next((each.sv for each in variable.groups if code.code in each.codes), "")
    name = f"{code.sv} ({group.lower()})" if group else code.sv
    counterparts = (code.lines, code.htcds or "–", code.gbvims or "–", since(f"{variable.code}:{code.code}"))
    return (str(code.number), f"`{code.code}`", name, code.plain, code.en, *counterparts)


def _never() -> Iterator[str]:
    yield "## Never collected\n"
    yield _table(("what", "why not"), [(each.en, each.why_en) for each in never_collected()])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
