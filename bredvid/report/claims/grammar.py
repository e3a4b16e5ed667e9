"""The bindings of a chapter: `[[…]]` in the text and `{{…}}` on a line of its own, read into values."""

import re
from dataclasses import dataclass
from typing import Literal

from bredvid.report.claims.problems import BindingError

BINDING = re.compile(r"\[\[(?P<body>.*?)\]\]", re.DOTALL)
DIRECTIVE = re.compile(r"^\{\{ *(?P<name>[a-z-]+)(?: +(?P<argument>[a-z0-9._-]+))? *\}\} *$", re.MULTILINE)

Kind = Literal["figure", "sum", "verbal", "says", "largest", "fact", "count", "missing", "label", "words", "quote"]

_NAME = r"[a-z0-9][a-z0-9_.-]*"
_NAMES = rf"(?P<names>{_NAME}(?: {_NAME})*)"
_FORMAT = r"(?: ?\| ?(?P<format>[A-Za-z-]+))?"
_PHRASE = r" ?: ?[\"“”](?P<phrase>[^\"“”]+)[\"“”]"
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("says", re.compile(rf"says(?:@(?P<scope>respondents|asked|frame))? {_NAMES}{_PHRASE}")),
    ("largest", re.compile(rf"largest {_NAMES}{_PHRASE}")),
    ("quote", re.compile(rf"quote (?P<names>\d+(?:-\d+)?(?:, ?\d+(?:-\d+)?)*){_PHRASE}")),
    ("fact", re.compile(rf"fact:{_NAMES}{_FORMAT}")),
    ("sum", re.compile(rf"sum {_NAMES}{_FORMAT}")),
    ("missing", re.compile(rf"missing {_NAMES}{_FORMAT}")),
    ("label", re.compile(rf"label {_NAMES}{_FORMAT}")),
    ("words", re.compile(rf"(?P<names>(?:question|short|unit|number|section|round|recommendation) {_NAME}){_FORMAT}")),
    ("verbal", re.compile(rf"verbal {_NAMES}")),
    ("count", re.compile(rf"count {_NAMES}{_FORMAT}")),
    ("figure", re.compile(rf"{_NAMES}{_FORMAT}")),
)
_EXAMPLES = '[[q2.nej]], [[q2.nej|of]], [[says q2.nej: "de flesta"]], [[fact:key]]'


@dataclass(frozen=True, kw_only=True)
class Binding:
    """One binding: what kind, of which figures or facts, how it is to be written and what is said of it."""

    kind: Kind
    names: tuple[str, ...]
    format: str = ""
    phrase: str = ""
    scope: str = ""


def parse_binding(body: str) -> Binding:
    """Reads what stands between ``[[`` and ``]]``. Raises BindingError where it is none of the forms."""
    text = " ".join(body.split())
    for kind, form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _binding(kind, match)
    raise BindingError(f"[[{text}]] is no binding; write one as {_EXAMPLES} (docs/explanation/claims.md)")


def _binding(kind: Kind, match: re.Match[str]) -> Binding:
    values = match.groupdict()
    names = (values["names"],) if kind in ("quote", "words") else tuple(values["names"].split())
    if len(names) > 1 and kind not in ("sum", "says"):
        raise BindingError(f"[[{match[0]}]] names more than one figure; only sum and says take several")
    return Binding(
        kind=kind,
        names=names,
        format=values.get("format") or "",
        phrase=values.get("phrase") or "",
        scope=values.get("scope") or "",
    )
