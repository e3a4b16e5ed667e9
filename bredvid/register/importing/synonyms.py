"""How people call what the codebook counts: words for headings, and words for codes. Pure.

The words are data, `synonyms.toml`; the codebook's own codes and labels come first and need not stand there.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.register.codebook import DONT_KNOW, NONE, WONT_SAY, Code, Variable, current
from bredvid.register.importing.kinds import Kind
from bredvid.sheets.words import bare, folded

_FILE = Path(__file__).with_name("synonyms.toml")
# Shared words by the number that has the same meaning in every list.
_SHARED = {"dont_know": DONT_KNOW, "wont_say": WONT_SAY, "none": NONE}


@cache
def headings() -> dict[str, str]:
    """A heading as it is compared → the one thing that such a column is: a kind, or a variable's code."""
    found: dict[str, set[str]] = {}
    for what, words in _document()["headings"].items():
        for word in words:
            found.setdefault(bare(word), set()).add(what)
    for variable in columns():
        for word in _names_of(variable):
            found.setdefault(bare(word), set()).add(variable.code)
    return {word: whats.pop() for word, whats in found.items() if word and len(whats) == 1}


@cache
def columns() -> tuple[Variable, ...]:
    """The variables that a column of a sheet can hold: those of a contact that are answered by codes."""
    return current().on("contact")


@cache
def words_of(variable: Variable) -> dict[str, Code]:
    """A word as it is compared → the one code of the variable that it means."""
    own = _unambiguous((word, code) for code in variable.codes for word in (code.code, code.sv, code.en, code.plain))
    told = _unambiguous(
        (word, variable.by_code[code])
        for code, words in _document()["words"].get(variable.code, {}).items()
        for word in words
    )
    shared = {
        folded(word): variable.by_number[number]
        for name, number in _SHARED.items()
        if number in variable.by_number
        for word in _document()["shared"][name]
    }
    # What the codebook says of its own code goes before what people are thought to mean.
    return {**shared, **told, **own}


@cache
def empty_words() -> frozenset[str]:
    """Words that say that nothing is said."""
    return frozenset(folded(word) for word in _document()["shared"]["empty"])


@cache
def dont_know_words() -> frozenset[str]:
    """Words that say that it is not known."""
    return frozenset(folded(word) for word in _document()["shared"]["dont_know"])


@cache
def _document() -> dict[str, Any]:
    document = tomllib.loads(_FILE.read_text("utf-8"))
    if unknown := set(document["headings"]) - set(Kind) - {variable.code for variable in columns()}:
        raise ValueError(f"{_FILE.name}: headings of {sorted(unknown)}, which no column is")
    return document


def _names_of(variable: Variable) -> tuple[str, ...]:
    return (variable.sv, variable.en, variable.column, variable.plain, variable.asks_sv, variable.asks_en)


def _unambiguous(pairs: Any) -> dict[str, Code]:
    found: dict[str, dict[str, Code]] = {}
    for word, code in pairs:
        if word:
            found.setdefault(folded(word), {})[code.code] = code
    return {word: next(iter(codes.values())) for word, codes in found.items() if len(codes) == 1}
