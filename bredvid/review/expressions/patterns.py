"""Patterns for regex(): a small part of regular expressions, matched without ever going back.

An ordinary matcher tries one way after another, and some patterns make it try more ways than there are seconds in a
year. This one carries the set of all places where it may be, as the bits of one number: bit 3 is "after the third
character". A step moves all places at once, so its time grows gently with the text and the pattern.
What it knows means the same to Java, which other tools run: letters, . [a-z] [^a-z] \\d \\w \\s \\D \\W \\S, groups,
| * + ? {2} {2,} {2,5}, and ^ and $ at the very ends. The whole text must match, as XLSForm has it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bredvid.review.expressions.saying import Saying, _

LONGEST_PATTERN = 200
LONGEST_TEXT = 2000
MOST_REPEATS = 100
DEEPEST = 3

Places = int
Test = Callable[[str], bool]


class PatternError(ValueError):
    """The pattern holds something that cannot be read. The message is for its author."""

    def __init__(self, saying: Saying) -> None:
        super().__init__(str(saying))
        self.saying = saying


class _Text:
    """A text, with the places before each character that passes a test, found once for each test."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._passing: dict[Test, Places] = {}

    def passing(self, test: Test) -> Places:
        if test not in self._passing:
            self._passing[test] = sum(1 << place for place, sign in enumerate(self._text) if test(sign))
        return self._passing[test]


@dataclass(frozen=True)
class Sign:
    """One character that passes a test."""

    test: Test

    def ends(self, text: _Text, starts: Places) -> Places:
        """Where a match may end that begins at any of the places."""
        return (starts & text.passing(self.test)) << 1


@dataclass(frozen=True)
class Sequence:
    """One part after the other."""

    parts: tuple["Part", ...]

    def ends(self, text: _Text, starts: Places) -> Places:
        """Where a match may end that begins at any of the places."""
        for part in self.parts:
            starts = part.ends(text, starts)
        return starts


@dataclass(frozen=True)
class Choice:
    """Any of the parts."""

    parts: tuple["Part", ...]

    def ends(self, text: _Text, starts: Places) -> Places:
        """Where a match may end that begins at any of the places."""
        found = 0
        for part in self.parts:
            found |= part.ends(text, starts)
        return found


@dataclass(frozen=True)
class Repeat:
    """A part, at least `least` times and at most `most` (None: any number)."""

    part: "Part"
    least: int
    most: int | None

    def ends(self, text: _Text, starts: Places) -> Places:
        """Where a match may end that begins at any of the places."""
        for _time in range(self.least):
            before, starts = starts, self.part.ends(text, starts)
            # Nothing left, or nothing new: another round would change nothing either.
            if starts in (0, before):
                break
        reached, new, rounds = starts, starts, self.least
        while new and rounds != self.most:
            # Only places not seen before are followed, so this ends even where the part may be empty.
            new = self.part.ends(text, new) & ~reached
            reached, rounds = reached | new, rounds + 1
        return reached


Part = Sign | Sequence | Choice | Repeat


@dataclass(frozen=True)
class Pattern:
    """A pattern that was read."""

    part: Part

    def matches(self, text: str) -> bool:
        """Whether the whole text has the pattern. A text of more than LONGEST_TEXT characters has not."""
        return len(text) <= LONGEST_TEXT and bool(self.part.ends(_Text(text), 1) >> len(text) & 1)


@lru_cache(maxsize=256)
def compile_pattern(text: str) -> Pattern:
    """Reads a pattern. Raises PatternError."""
    if len(text) > LONGEST_PATTERN:
        raise PatternError(_("it is longer than {most} characters", most=LONGEST_PATTERN))
    # ^ and $ say nothing new, as the whole text must match.
    inner = text.removeprefix("^")
    if inner.endswith("$") and not inner.endswith("\\$"):
        inner = inner[:-1]
    reader = _Reader(inner)
    part = reader.choice(0)
    if reader.left:
        raise PatternError(_("there is a ) too many"))
    return Pattern(part)


def _is_digit(sign: str) -> bool:
    return sign in "0123456789"


def _is_word(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign == "_")


def _is_space(sign: str) -> bool:
    return sign in " \t\n\r\f\v"


def _not(test: Test) -> Test:
    return lambda sign: not test(sign)


def _among(low: str, high: str) -> Test:
    return lambda sign: low <= sign <= high


KINDS: dict[str, Test] = {"d": _is_digit, "w": _is_word, "s": _is_space}
CLASSES: dict[str, Test] = KINDS | {letter.upper(): _not(test) for letter, test in KINDS.items()}


class _Reader:
    def __init__(self, text: str) -> None:
        self.left = text

    def choice(self, depth: int) -> Part:
        parts = [self._sequence(depth)]
        while self._took("|"):
            parts.append(self._sequence(depth))
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _sequence(self, depth: int) -> Part:
        parts: list[Part] = []
        while self.left and self.left[0] not in "|)":
            parts.append(self._repeated(self._single(depth)))
        return Sequence(tuple(parts))

    def _repeated(self, part: Part) -> Part:
        for sign, least, most in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self._took(sign):
                return self._once_only(Repeat(part, least, most))
        if self._took("{"):
            return self._once_only(Repeat(part, *self._numbers()))
        return part

    def _once_only(self, part: Repeat) -> Repeat:
        if self.left[:1] and self.left[0] in "*+?{":
            raise PatternError(_("{sign} after a repetition cannot be read", sign=repr(self.left[0])))
        return part

    def _numbers(self) -> tuple[int, int | None]:
        written, closed, self.left = self.left.partition("}")
        least, comma, most = written.partition(",")
        if not closed or not least.isdecimal() or not (most.isdecimal() or not most) or not written.isascii():
            raise PatternError(_("a number of times is written {example}", example="{2}, {2,}, {2,5}"))
        low = int(least)
        high = int(most) if most else (None if comma else low)
        if max(low, high or 0) > MOST_REPEATS or (high is not None and high < low):
            raise PatternError(_("a number of times goes from low to high and at most to {most}", most=MOST_REPEATS))
        return low, high

    def _single(self, depth: int) -> Part:
        sign = self._take()
        if sign == "(":
            return self._group(depth + 1)
        if sign == "[":
            return Sign(self._set())
        if sign == "\\":
            return Sign(self._escaped())
        if sign == ".":
            return Sign(_not(lambda each: each in "\n\r"))
        if sign in "*+?{}^$]":
            cure = f"\\{sign}"
            raise PatternError(_("{sign} cannot stand there; write {cure}", sign=repr(sign), cure=cure))
        return Sign(_among(sign, sign))

    def _group(self, depth: int) -> Part:
        if depth > DEEPEST:
            raise PatternError(_("more than {most} groups inside each other", most=DEEPEST))
        if not self._took("?:") and self.left.startswith("?"):
            raise PatternError(_("of groups with ? only (?: can be read"))
        part = self.choice(depth)
        if not self._took(")"):
            raise PatternError(_("a ( has no end"))
        return part

    def _set(self) -> Test:
        turned = self._took("^")
        tests: list[Test] = []
        while not self._took("]"):
            tests.append(self._member())
        if not tests:
            raise PatternError(_("a set [] is empty"))
        found: Test = lambda sign: any(test(sign) for test in tests)  # noqa: E731
        return _not(found) if turned else found

    def _member(self) -> Test:
        sign = self._take()
        if sign == "[" or (sign == "&" and self.left.startswith("&")):
            raise PatternError(_("a set inside a set cannot be read; write {cure}", cure="\\["))
        if sign == "\\" and self.left[:1] in CLASSES:
            return self._escaped()
        low = self._take() if sign == "\\" else sign
        if self.left.startswith("-") and not self.left.startswith("-]"):
            self._take()
            high = self._take()
            high = self._take() if high == "\\" else high
            if high < low:
                raise PatternError(_("{range} goes backwards", range=f"{low}-{high}"))
            return _among(low, high)
        return _among(low, low)

    def _escaped(self) -> Test:
        sign = self._take()
        if sign in CLASSES:
            return CLASSES[sign]
        if sign.isalnum():
            known = " ".join(f"\\{letter}" for letter in CLASSES)
            raise PatternError(_("{sign} cannot be read; known are {known}", sign=f"\\{sign}", known=known))
        return _among(sign, sign)

    def _take(self) -> str:
        if not self.left:
            raise PatternError(_("it ends too early"))
        sign, self.left = self.left[0], self.left[1:]
        return sign

    def _took(self, sign: str) -> bool:
        if not self.left.startswith(sign):
            return False
        self.left = self.left[len(sign) :]
        return True
