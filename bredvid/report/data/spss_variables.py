"""The variables of the SPSS file: which there are, their codes and labels, and each municipality's values. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bredvid.report.data.dictionary import code_list
from bredvid.report.data.values import Cell, Code, Release

Record = dict[str, Cell]
Labels = dict[float, str] | dict[str, str]

_LABEL, _VALUE_LABEL = 250, 118  # SPSS takes 256 and 120 bytes
# Declared as missing: the states are -1 to -8 in the order of the closed list, a second option of a state -11 to -18.
LAST_STATE = -99.0
# A number may itself be negative, so there the codes lie below every number that is taken (fieldwork/values.py).
NUMBER_STATES = -9_000_000_000_000.0
_DAY = 86_400.0
_EPOCH = date(1582, 10, 14)
_RESERVED = frozenset(["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"])
_SCALE = ("integer", "decimal")


@dataclass(frozen=True, kw_only=True)
class Variable:
    """A column of the file. `missing` is the range declared as missing, {} for texts that are never missing."""

    name: str
    label: str
    measure: str
    values: Sequence[float | str | None]
    labels: Labels = field(default_factory=dict)
    missing: dict[str, float] = field(default_factory=dict)
    format: str = ""
    is_text: bool = False


def variables_of(release: Release, language: str) -> list[Variable]:
    """All variables: who the municipality is, whether it answered, and its answers."""
    rows = release.table("municipalities").records()
    variables = [*_about_municipality(release, rows, language), *_answers(release, rows, language)]
    return [_named(variable, at, variables) for at, variable in enumerate(variables)]


def _about_municipality(release: Release, rows: list[Record], language: str) -> Iterator[Variable]:
    columns = {column.name: column for column in release.table("municipalities").columns}

    def label(name: str) -> str:
        return _in(columns[name], "title", language)

    for name in ("municipality", "name"):
        yield _text(name, label(name), [str(row[name]) for row in rows])
    groups = {str(row["group"]): str(row[f"group_{language}"]) for row in rows}
    yield _text("county", label("county"), [str(row["county"]) for row in rows], _counties(rows))
    yield _text("group", label("group"), [str(row["group"]) for row in rows], groups)
    for name in ("state", "outcome"):
        codes = {code.code: float(at) for at, code in enumerate(code_list(name), start=1)}
        yield Variable(
            name=name,
            label=label(name),
            measure="nominal",
            values=[codes[str(row[name])] for row in rows],
            labels={codes[code.code]: _word(code, language) for code in code_list(name)},
            format="F3.0",
        )
    states = {code.code: float(-at) for at, code in enumerate(code_list("missing"), start=1)}
    yield Variable(
        name="wave",
        label=label("wave"),
        measure="ordinal",
        values=[_wave(row, states) for row in rows],
        labels=_state_labels(language, 0.0),
        missing=_range(0.0),
        format="F3.0",
    )


def _wave(row: Record, states: dict[str, float]) -> float:
    if isinstance(row["wave"], int):
        return float(row["wave"])
    return states["silent" if row["state"] == "silent" else "not_reported"]


def _counties(rows: list[Record]) -> dict[str, str]:
    return {str(row["county"]): str(row["county_name"]) for row in rows}


def _answers(release: Release, rows: list[Record], language: str) -> Iterator[Variable]:
    options: dict[str, list[Record]] = {}
    for option in release.table("options").records():
        options.setdefault(str(option["question"]), []).append(option)
    columns = {column.name for column in release.table("municipalities").columns}
    for question in release.table("questions").records():
        name = str(question["question"]).replace("-", "_")
        if f"{name}_missing" not in columns:
            continue
        coder = _Coder(name, question, options.get(str(question["question"]), []), language)
        yield from coder.several(rows) if name not in columns else [coder.one(rows)]


class _Coder:
    """Codes the answers to one question."""

    def __init__(self, name: str, question: Record, options: list[Record], language: str) -> None:
        self.name = name
        self.language = language
        self.short = str(question[f"short_{language}"])
        self.kind = str(question["kind"])
        self.options = options
        self.is_value = (self.kind in _SCALE and not question["persons"]) or self.kind == "date"
        self.base = NUMBER_STATES if self.kind in _SCALE and self.is_value else 0.0
        states = enumerate(code_list("missing"), start=1)
        self.states = {code.code: self.base - at for at, code in states}
        self.labels: dict[float, str] = _state_labels(language, self.base)
        self.codes = self._codes()

    def _codes(self) -> dict[str, float]:
        """Each option's code: its place, or a code of missing where choosing it gives no value."""
        codes: dict[str, float] = {}
        for option in self.options:
            code, state = str(option["option"]), option["missing"]
            codes[code] = float(int(option["order"] or 0)) if state is None else self._free(str(state), codes)
            if not self.is_value or state is not None:
                self.labels[codes[code]] = _cut(str(option[f"label_{self.language}"]), _VALUE_LABEL)
        return codes

    def _free(self, state: str, taken: dict[str, float]) -> float:
        code = self.states[state]
        while code in taken.values():
            code -= 10
        return code

    def one(self, rows: list[Record]) -> Variable:
        """A question that takes one answer."""
        formats = {"integer": "F14.0", "decimal": "F20.6", "date": "SDATE10"}
        measures = {"ordinal": "ordinal", "count": "ordinal"}
        return Variable(
            name=self.name,
            label=_cut(self.short, _LABEL),
            measure="scale" if self.is_value else measures.get(self.kind, "nominal"),
            values=[self._value(row) for row in rows],
            labels=self.labels,
            missing=_range(self.base),
            format=formats[self.kind] if self.is_value else "F4.0",
        )

    def _value(self, row: Record) -> float:
        cell, reason = row[self.name], row[f"{self.name}_missing"]
        if cell is None:
            return self.states[str(reason)]
        if self.kind == "date":
            return (date.fromisoformat(str(cell)) - _EPOCH).days * _DAY
        return float(cell) if self.is_value else self.codes[str(cell)]

    def several(self, rows: list[Record]) -> Iterator[Variable]:
        """A question that takes several: one variable for each option, 1 where it was given and 0 where not."""
        no, yes = ("No", "Yes") if self.language == "en" else ("Nej", "Ja")
        for option in self.options:
            column = f"{self.name}__{str(option['option']).replace('-', '_')}"
            yield Variable(
                name=column,
                label=_cut(f"{self.short}: {option[f'label_{self.language}']}", _LABEL),
                measure="nominal",
                values=[self._given(row, column) for row in rows],
                labels={**_state_labels(self.language, 0.0), 0.0: no, 1.0: yes},
                missing=_range(0.0),
                format="F3.0",
            )

    def _given(self, row: Record, column: str) -> float:
        """Who chose "do not know" has not said no to the others."""
        if row[column] is True:
            return 1.0
        reason = row[f"{self.name}_missing"]
        return 0.0 if reason is None else self.states[str(reason)]


def _range(base: float) -> dict[str, float]:
    return {"lo": base + LAST_STATE, "hi": base - 1}


def _state_labels(language: str, base: float) -> dict[float, str]:
    return {base - at: _word(code, language) for at, code in enumerate(code_list("missing"), start=1)}


def _text(name: str, label: str, values: list[str], labels: dict[str, str] | None = None) -> Variable:
    return Variable(name=name, label=label, measure="nominal", values=values, labels=labels or {}, is_text=True)


def _named(variable: Variable, at: int, variables: list[Variable]) -> Variable:
    """With a name that SPSS takes: a letter first, no word of its own, and no two alike whatever the case."""
    name = re.sub(r"[^A-Za-z0-9_]", "_", variable.name)[:60]
    if not name[0].isalpha() or name.lower() in _RESERVED:
        name = f"v_{name}"
    if name.lower() in {other.name.lower() for other in variables[:at]}:
        name = f"{name}_{at}"
    return Variable(**{**variable.__dict__, "name": name})


def _in(of: object, what: str, language: str) -> str:
    return str(getattr(of, f"{what}_{language}"))


def _word(code: Code, language: str) -> str:
    return code.en if language == "en" else code.sv


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
