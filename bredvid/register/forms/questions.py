"""A variable of the codebook as a question on a card: its choices, in groups, with a key on the keyboard each."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_lowercase

from django.utils.translation import gettext as _

from bredvid.register.codebook import DONT_KNOW, NONE, WONT_SAY, Code, Variable
from bredvid.register.codebook.shape import ALONE
from bredvid.register.reads.language import language

# Keys that mean the same in every question.
KEYS_ALONE = {NONE: "x", DONT_KNOW: "0", WONT_SAY: "v"}
KEYS = [*"123456789", *(letter for letter in ascii_lowercase if letter not in KEYS_ALONE.values())]


@dataclass(frozen=True)
class Choice:
    """One answer: `alone` when it leaves no room for another, `quiet` when it stands back from the others."""

    value: str
    label: str
    key: str
    checked: bool
    alone: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Cluster:
    """Choices that belong together, and what they are called; most lists are one cluster without a name."""

    code: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Question:
    """A question as a page shows it."""

    name: str
    asks: str
    several: bool
    needed: bool
    clusters: tuple[Cluster, ...]
    faults: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """The choices that are made."""
        return tuple(choice for cluster in self.clusters for choice in cluster.choices if choice.checked)


def question(variable: Variable, chosen: Iterable[str], *, needed: bool, faults: Iterable[str] = ()) -> Question:
    """A variable as a question, in the reader's language."""
    taken = set(chosen)
    return Question(
        name=variable.column,
        asks=variable.asks(language()),
        several=variable.is_multiple,
        needed=needed,
        clusters=_clusters(variable, taken, needed=needed),
        faults=tuple(faults),
    )


def _clusters(variable: Variable, taken: set[str], *, needed: bool) -> tuple[Cluster, ...]:
    keys = iter(KEYS)
    alone = [_choice(code, taken, KEYS_ALONE[code.number]) for code in variable.codes if code.number in ALONE]
    if not needed and not variable.is_multiple:
        alone.append(Choice("", _("Not filled in"), "-", not taken & variable.by_code.keys(), quiet=True))
    if not variable.groups:
        others = [_choice(code, taken, next(keys)) for code in variable.codes if code.number not in ALONE]
        return (Cluster("", "", (*others, *alone)),)
    groups = [
        Cluster(
            group.code,
            group.label(language()),
            tuple(_choice(variable.by_code[each], taken, next(keys)) for each in group.codes),
        )
        for group in variable.groups
    ]
    return (*groups, Cluster("alone", "", tuple(alone)))


def _choice(code: Code, taken: set[str], key: str) -> Choice:
    return Choice(
        value=code.code,
        label=code.label(language()),
        key=key,
        checked=code.code in taken,
        alone=code.number in ALONE,
        quiet=code.number in (DONT_KNOW, WONT_SAY),
    )
