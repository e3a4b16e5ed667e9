"""Writes out what an entry of the data says in short: slots, genitives. What comes out is every form, exactly."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

T = TypeVar("T")
_SLOT = re.compile(r"\{([^{}]*)\}")


class UnknownSlotError(ValueError):
    """A form names a slot that is not in slots.toml."""


def expand(form: str, slots: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every form that a form with slots stands for, in order. A slot may be empty; spaces are made single.

    Raises UnknownSlotError.
    """
    pieces = _SLOT.split(form)
    for name in pieces[1::2]:
        if name not in slots:
            raise UnknownSlotError(f'"{form}" names the slot {{{name}}}, which slots.toml does not have')
    choices = [slots[piece] if at % 2 else (piece,) for at, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


def with_genitive(noun: Iterable[str]) -> Iterator[str]:
    """Each form of a Swedish noun and its genitive."""
    for form in noun:
        yield form
        if not form.endswith(("s", "x", "z")):
            yield form + "s"


def once(forms: Iterable[T]) -> tuple[T, ...]:
    """Each form once, in the order of its first appearance."""
    return tuple(dict.fromkeys(forms))
