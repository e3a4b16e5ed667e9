"""What a codebook is: variables, codes, groups of codes, and the homes of the report's forms. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

# Numbers with one meaning in every list. What is not filled in is none of them: nobody was asked, nobody wrote.
NOT_FILLED_IN = 0
NONE = 60
DONT_KNOW = 61
WONT_SAY = 62
# A code that says that there is nothing to list leaves no room for another beside it.
ALONE = frozenset({NONE, DONT_KNOW, WONT_SAY})


@dataclass(frozen=True, kw_only=True)
class Code:
    """One value of a variable. `number` is what is stored: itself in a single variable, its bit in a multiple one."""

    number: int
    code: str
    sv: str
    en: str
    plain: str = ""
    lines: str = ""
    htcds: str = ""
    gbvims: str = ""

    @property
    def bit(self) -> int:
        """The bit of a mask that stands for this code."""
        return 1 << (self.number - 1)

    def label(self, language: str) -> str:
        """The name in a language, "sv" or "en"."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, kw_only=True)
class Group:
    """Codes that belong together, as the forms of prostitution."""

    code: str
    sv: str
    en: str
    codes: tuple[str, ...]

    def label(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, kw_only=True)
class Variable:
    """Something that is counted, the column that holds it, and on what (`on`) it stands.

    `kind` is single, multiple, number, month or place. `card` says where it is asked: quick, more, follow-up, closing,
    period, outreach, report, log, or nowhere. `lines` are lines of the report.
    """

    code: str
    column: str
    kind: str
    on: tuple[str, ...]
    card: str
    layer: int
    lines: str
    sv: str
    en: str
    plain: str = ""
    asks_sv: str = ""
    asks_en: str = ""
    htcds: str = ""
    gbvims: str = ""
    codes: tuple[Code, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def is_multiple(self) -> bool:
        """Whether several codes may hold at once; then a mask is stored."""
        return self.kind == "multiple"

    @property
    def is_coded(self) -> bool:
        """Whether it is answered by codes."""
        return self.kind in ("single", "multiple")

    def label(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.sv

    def asks(self, language: str) -> str:
        """The question in a language; its name where no question is written."""
        return (self.asks_en if language == "en" else self.asks_sv) or self.label(language)

    @cached_property
    def by_code(self) -> dict[str, Code]:
        """The codes by their names."""
        return {code.code: code for code in self.codes}

    @cached_property
    def by_number(self) -> dict[int, Code]:
        """The codes by what is stored."""
        return {code.number: code for code in self.codes}

    def stored(self, codes: Iterable[str]) -> int:
        """What is stored for these codes: a number, or a mask. None of them is 0, not filled in.

        Raises ValueError for a code that is not in the list, for two in a single variable, and for one that says that
        there is nothing to list together with another.
        """
        chosen = [self._found(code) for code in dict.fromkeys(codes)]
        if len(chosen) > 1 and (not self.is_multiple or any(code.number in ALONE for code in chosen)):
            raise ValueError(f"{self.code}: {', '.join(code.code for code in chosen)} cannot hold at once")
        if not self.is_multiple:
            return chosen[0].number if chosen else NOT_FILLED_IN
        return sum(code.bit for code in chosen)

    def chosen(self, stored: int) -> tuple[Code, ...]:
        """The codes behind what is stored, in the codebook's order. Raises ValueError for what stands for none."""
        if self.is_multiple:
            found = tuple(code for code in self.codes if stored & code.bit)
            rest = stored - sum(code.bit for code in found)
        else:
            found = tuple(code for code in self.codes if code.number == stored)
            rest = 0 if found else stored
        if rest:
            raise ValueError(f"{self.code}: {stored} stands for no code")
        return found

    def _found(self, code: str) -> Code:
        if code not in self.by_code:
            raise ValueError(f"{self.code}: {code!r} is no code of it")
        return self.by_code[code]


@dataclass(frozen=True, kw_only=True)
class FormOfReport:
    """A form of exploitation that the report names, with its lines and its one home: variable and code."""

    number: int
    lines: str
    home: str


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """A version of the codebook."""

    version: str
    valid_from: date
    variables: tuple[Variable, ...]
    forms: tuple[FormOfReport, ...] = ()

    @cached_property
    def by_code(self) -> dict[str, Variable]:
        """The variables by their codes."""
        return {variable.code: variable for variable in self.variables}

    @cached_property
    def by_column(self) -> dict[str, Variable]:
        """The variables by the columns that hold them."""
        return {variable.column: variable for variable in self.variables}

    def variable(self, code: str) -> Variable:
        """The variable of a code. Raises KeyError."""
        return self.by_code[code]

    def on(self, what: str, *, coded: bool = True) -> tuple[Variable, ...]:
        """The variables that stand on a "contact", a "year" of hers, an "answer" of a follow-up, …"""
        return tuple(each for each in self.variables if what in each.on and (each.is_coded or not coded))

    def card(self, name: str) -> tuple[Variable, ...]:
        """The coded variables that a card asks: "quick", "more", …"""
        return tuple(each for each in self.variables if each.card == name and each.is_coded)
