"""What somebody typed for one question, read from a sent page. Pure: nothing is checked or stored here.

The fields of question q8 are: `seen-q8` the revision that the page showed, `o-q8` the options, `n-q8` a number, `t-q8`
a text, `d-q8` a date, `m-q8` a reason for not answering, `w-q8` why, and `touched-q8` when a script saw it changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import QueryDict

from bredvid.review.fieldwork.values import Value
from bredvid.review.models import Missing, Question
from bredvid.review.rules.bands import BAND_CODES

# The band whose exact number may be told.
LARGEST_BAND = BAND_CODES[-1]
_CHOOSING = (Question.Kind.SINGLE, Question.Kind.ORDINAL, Question.Kind.MULTIPLE)
_NUMBERS = (Question.Kind.INTEGER, Question.Kind.DECIMAL)
# A reason of the municipality's own after which we ask why.
EXPLAINED = (Missing.DONT_KNOW.value, Missing.NO_STATISTICS.value)


@dataclass(frozen=True, kw_only=True)
class Given:
    """The fields of one question as they were sent."""

    code: str
    seen: int = 0
    options: tuple[str, ...] = ()
    number: str = ""
    text: str = ""
    date: str = ""
    reason: str = ""
    why: str = ""
    touched: bool = False

    def value(self, question: Question) -> Value:
        """The typed answer in plain form, unchecked: only what the question asks for."""
        if question.coded or question.kind == Question.Kind.TEXT:
            return {"text": self.text}
        if question.kind in _CHOOSING:
            return {"options": list(self.options)}
        if question.kind == Question.Kind.COUNT:
            # A number behind another band was typed before the mind was changed.
            number = self.number if self.options in ((), (LARGEST_BAND,)) else ""
            return {"options": list(self.options), "number": number}
        return {"number": self.number} if question.kind in _NUMBERS else {"date": self.date}

    def decided(self, seen: int) -> "Given":
        """The same answer, knowing of that revision: somebody looked at both and chose this one."""
        return replace(self, seen=seen, touched=True)


def read(sent: QueryDict, questions: Iterable[Question]) -> dict[str, Given]:
    """By question code, what was sent for those of the questions that the page showed."""
    return {question.code: _read(sent, question.code) for question in questions if f"seen-{question.code}" in sent}


def _read(sent: QueryDict, code: str) -> Given:
    return Given(
        code=code, seen=number_in(sent.get(f"seen-{code}", "")) or 0,
        options=tuple(option for option in sent.getlist(f"o-{code}") if option),
        number=sent.get(f"n-{code}", "").strip(), text=sent.get(f"t-{code}", "").replace("\r\n", "\n").strip(),
        date=sent.get(f"d-{code}", "").strip(), reason=sent.get(f"m-{code}", ""),
        why=sent.get(f"w-{code}", "").replace("\r\n", "\n").strip(), touched=bool(sent.get(f"touched-{code}")),
    )  # fmt: skip


def number_in(text: str) -> int | None:
    """A number of ours as it came back from a page; None for anything else somebody may have sent."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def reason_in(question: Question, value: Value, missing: str) -> str:
    """Why there is no value: the reason itself, or the one that the chosen option stands for. Empty for a value."""
    if missing:
        return missing
    chosen = value.get("options", [])
    return next((option.missing for option in question.options.all() if option.code in chosen), "")
