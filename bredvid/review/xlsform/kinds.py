"""Between our kinds of questions and XLSForm's types."""

import re
from dataclasses import dataclass

from bredvid.review.documents import Row

# Which kinds a type may stand for; the first is meant where nothing says otherwise.
KINDS = {
    "select_one": ("single", "ordinal", "count"),
    "select_multiple": ("multiple",),
    "integer": ("integer", "count"),
    "decimal": ("decimal",),
    "date": ("date",),
    "text": ("text", "single", "multiple", "ordinal"),
    "note": ("note", "register"),
}
TYPES = {"int": "integer", "string": "text", "select1": "select_one", "select_all_that_apply": "select_multiple"}
# What a tool notes by itself about whoever answers. We do without.
METADATA = frozenset({
    "start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit",
    "start-geopoint", "background-audio", "background-geopoint",
})  # fmt: skip
SELECT = re.compile(
    r"(?P<type>select[_ ]one|select[_ ]multiple|select1|select all that apply)"
    r"(?:\s+from)?\s+(?P<list>\S+)(?P<other>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Type:
    """A type as an author wrote it, made plain. `other` is what follows the list, as or_other."""

    name: str
    list: str = ""
    other: str = ""


def type_for(question: Row) -> str:
    """The XLSForm type of a question of ours. What is answered in own words and coded afterwards is a text."""
    kind = question["kind"]
    if question["options"] and not question["coded"]:
        if kind in {"single", "ordinal", "count"}:
            return "select_one"
        if kind == "multiple":
            return "select_multiple"
    if kind == "register":
        return "note"
    if kind == "count":
        return "integer"
    return kind if kind in {"integer", "decimal", "date", "note"} else "text"


def read_type(written: str) -> Type:
    """The type as an author wrote it, in its usual spelling."""
    match = SELECT.fullmatch(" ".join(written.split()))
    if match:
        name = match["type"].lower().replace(" ", "_")
        return Type(TYPES.get(name, name), match["list"], match["other"].strip())
    plain = "_".join(written.lower().split())
    return Type(TYPES.get(plain, plain))
