"""The kinds of content, as plain frozen values. Each field ending in _sv has its twin in _en."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from bredvid.report.texts.lines import parse_lines

LANGUAGES = ("sv", "en")


class Status(StrEnum):
    """Whether something outside the report agrees with it, or the report is itself the source."""

    CHECKED = "checked"
    TO_CHECK = "to_check"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something the report says, in our words, with the lines where it says it."""

    lines: str
    may_lack_lines: ClassVar[bool] = False

    def __post_init__(self) -> None:
        if self.lines or not self.may_lack_lines:
            parse_lines(self.lines)

    @property
    def identity(self) -> str:
        """What tells this entry from its siblings."""
        return str(getattr(self, "code", ""))

    def text(self, name: str, language: str) -> Any:
        """The field `name` in `language` ("sv" or "en"); Swedish where the English one is left empty.

        Raises ValueError for another language, AttributeError for a field that does not exist.
        """
        if language not in LANGUAGES:
            raise ValueError(f'"{language}" is not one of {", ".join(LANGUAGES)}')
        return getattr(self, f"{name}_{language}") or getattr(self, f"{name}_sv")

    def said(self, language: str) -> "Said":
        """The entry as one language says it, for templates: `entry.name` instead of `entry.name_sv`."""
        return Said(self, language)


class Said:
    """An entry seen in one language. A field without a language passes through."""

    def __init__(self, entry: Entry, language: str) -> None:
        self._entry, self._language = entry, language

    def __getattr__(self, name: str) -> Any:
        if hasattr(self._entry, f"{name}_sv"):
            return self._entry.text(name, self._language)
        return getattr(self._entry, name)


class FormKind(StrEnum):
    """What a form belongs to. An entrance is a way in, not a form of its own."""

    PROSTITUTION = "prostitution"
    PORNOGRAPHY = "pornography"
    BOTH = "both"
    ENTRANCE = "entrance"


@dataclass(frozen=True, kw_only=True)
class Form(Entry):
    """A form or expression of prostitution or pornography."""

    code: str
    kind: FormKind
    name_sv: str
    name_en: str
    text_sv: str
    text_en: str


@dataclass(frozen=True, kw_only=True)
class Word(Entry):
    """What we say, why, and in `instead_of` what we do not say as our own: those are only ever shown as quotations."""

    code: str
    title_sv: str
    title_en: str
    why_sv: str
    why_en: str
    instead_of_sv: tuple[str, ...] = ()
    instead_of_en: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if len(self.instead_of_sv) != len(self.instead_of_en):
            raise ValueError("instead_of_sv and instead_of_en must name the same words")


@dataclass(frozen=True, kw_only=True)
class Method(Entry):
    """One of the shelters' methods."""

    code: str
    name_sv: str
    name_en: str
    text_sv: str
    text_en: str


@dataclass(frozen=True, kw_only=True)
class Sourced(Entry):
    """An entry that says whether it was checked: against what, or what a colleague should look at."""

    status: Status
    checked_against_sv: str = ""
    checked_against_en: str = ""
    note_sv: str = ""
    note_en: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.status is Status.CHECKED) != bool(self.checked_against_sv and self.checked_against_en):
            raise ValueError("a checked entry, and only that, says in checked_against_sv and _en against what")
        if self.status is Status.TO_CHECK and not (self.note_sv and self.note_en):
            raise ValueError("an entry to be checked says in note_sv and note_en what to look at")

    @property
    def checked(self) -> bool:
        """Whether its status is checked."""
        return self.status is Status.CHECKED


class LawKind(StrEnum):
    """What sort of text, or that it is criticism of the state."""

    LAW = "law"
    CONVENTION = "convention"
    EU = "eu"
    POLICY = "policy"
    GUIDANCE = "guidance"
    INQUIRY = "inquiry"
    CRITICISM = "criticism"


@dataclass(frozen=True, kw_only=True)
class Law(Sourced):
    """A law, convention, strategy or inquiry, or a criticism of the state (`by` says whose)."""

    code: str
    kind: LawKind
    name_sv: str
    name_en: str
    text_sv: str
    text_en: str
    year: int | None = None
    provision_sv: str = ""
    provision_en: str = ""
    by_sv: str = ""
    by_en: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.kind is LawKind.CRITICISM) != bool(self.by_sv and self.by_en):
            raise ValueError("a criticism, and only that, says in by_sv and by_en whose it is")


@dataclass(frozen=True, kw_only=True)
class LawGroup(Entry):
    """A heading under which laws of one kind stand; `code` is the kind, `lines` where the report speaks of it."""

    code: LawKind
    title_sv: str
    title_en: str


@dataclass(frozen=True, kw_only=True)
class Recommendation(Entry):
    """One of the report's recommendations, what it asks of a municipality, and what measures it."""

    code: str
    title_sv: str
    title_en: str
    text_sv: str
    text_en: str
    asks_sv: tuple[str, ...]
    asks_en: tuple[str, ...]
    indicators: tuple[str, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if len(self.asks_sv) != len(self.asks_en):
            raise ValueError("asks_sv and asks_en must say the same, item by item")


@dataclass(frozen=True, kw_only=True)
class Fact(Sourced):
    """A year, a law's section or somebody else's figure that a text may use. `key` is stable: "sexkopslagen.ar".

    `lines` are the report's; a fact from another source, which `source` names, has none.
    """

    may_lack_lines: ClassVar[bool] = True

    key: str
    value_sv: str
    text_sv: str
    text_en: str
    source_sv: str
    source_en: str
    value_en: str = ""
    number: int | float | None = field(default=None)

    @property
    def identity(self) -> str:
        """Its key."""
        return self.key
