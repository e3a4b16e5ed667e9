"""Keeps a binding's promise: what it names is looked up, what it says is tried, and it becomes spans of text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from bredvid.figures.figure import Figure
from bredvid.figures.numbers import out_of
from bredvid.figures.quantifiers import Scope, UnknownPhrase, holds
from bredvid.report.blocks.tree import Quoted, Spans, Text, Value
from bredvid.report.claims.evidence import Evidence
from bredvid.report.claims.grammar import BINDING, Binding, Kind, parse_binding
from bredvid.report.claims.problems import BindingError
from bredvid.report.claims.wording import (
    BASE_SHARES,
    BASED_FORMATS,
    added_words,
    capital,
    figure_text,
    inside_quotation,
    lines_text,
    number_text,
    share_text,
    small_word,
)

_BASES = {"frame": "frame", "answered": "asked", "silent": "silent"}
_QUESTION_BASES = {"asked": "asked", "accounted": "valid", "unaccounted": "unaccounted"}
# How words of the questionnaire stand in a sentence where the binding does not say.
_STYLES = {"label": "small", "short": "small", "question": "quoted"}
# What others are out of; the silent and the unaccounted are only what is missing from it.
_SAYS_A_BASE = ("frame", "answered", "asked", "accounted")


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A binding that holds: its spans, the figures or fact behind it, and, for words about a figure,
    the scope they were tried in and the reason why they hold.

    `questions` are those whose count or share it shows without a base; `based` that it says a base.
    """

    spans: Spans
    keys: tuple[str, ...]
    text: str
    scope: str = ""
    reason: str = ""
    questions: frozenset[str] = frozenset()
    based: bool = False


def bound_title(title: str, evidence: Evidence) -> str:
    """A chapter's title with its bindings kept. Raises BindingError where one fails."""

    def kept(match: re.Match[str]) -> str:
        return bind(parse_binding(match["body"]), evidence, Scope.RESPONDENTS).text

    return BINDING.sub(kept, title)


def bind(binding: Binding, evidence: Evidence, scope: Scope) -> Bound:
    """The binding, kept. `scope` is the chapter's, for a claim that names none. Raises BindingError where it fails."""
    return _BINDERS[binding.kind](binding, evidence, scope)


def _figure(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    name = binding.names[0]
    question, _, part = name.rpartition(".")
    if question == "base":
        return _base(part, binding, evidence)
    if name not in evidence.figures and part in _QUESTION_BASES:
        base = evidence.question_base(question)
        if base.assumed and part != "asked":
            raise BindingError(
                f"{name} is not known: the source does not say whether the answers to {question} exclude each other"
            )
        number = getattr(base, _QUESTION_BASES[part])
        return _number(number, binding, evidence, part, question)
    return _counted(evidence.counted(name), binding, evidence)


def _base(part: str, binding: Binding, evidence: Evidence) -> Bound:
    if part not in _BASES:
        raise BindingError(f"a round has base.{', base.'.join(_BASES)}, not base.{part}")
    number = getattr(evidence.base, _BASES[part])
    if part == "frame" and binding.format in ("all", "All"):
        # That the frame is all there are is what a frame is; it needs no figure.
        text = f"{added_words(evidence.language)[binding.format]} {number_text(number, '', evidence.language)}"
        keys = (f"{evidence.round}.base.frame",)
        return Bound(spans=(Value(text, keys, based=True),), keys=keys, text=text, based=True)
    if part != "frame" and binding.format in BASE_SHARES:
        return _share_of_frame(number, binding, evidence, part)
    return _number(number, binding, evidence, part)


def _share_of_frame(number: int, binding: Binding, evidence: Evidence, part: str) -> Bound:
    """How many of the whole frame took part, or did not: the response rate."""
    text = share_text(number, evidence.base.frame, binding.format, evidence.language)
    keys = (f"{evidence.round}.{binding.names[0]}",)
    based = binding.format == "of" or part == "answered"
    return Bound(spans=(Value(text, keys, based=based),), keys=keys, text=text, based=based)


def _number(number: int, binding: Binding, evidence: Evidence, part: str, question: str = "") -> Bound:
    text = number_text(number, binding.format, evidence.language)
    keys = (f"{evidence.round}.{binding.names[0]}",)
    based = part in _SAYS_A_BASE
    return Bound(spans=(Value(text, keys, question, based=based),), keys=keys, text=text, based=based)


def _sum(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    return _counted(_added(binding, evidence), binding, evidence)


def _counted(figure: Figure, binding: Binding, evidence: Evidence) -> Bound:
    text = figure_text(figure, binding.format, evidence.language)
    based = binding.format in BASED_FORMATS
    keys = _keys(binding, evidence)
    return Bound(
        spans=(Value(text, keys, figure.question, _anchor(figure, binding), based),),
        keys=keys,
        text=text,
        questions=frozenset() if based else frozenset({figure.question}),
        based=based,
    )


def _added(binding: Binding, evidence: Evidence) -> Figure:
    """One figure of several options. Raises BindingError where somebody could be counted twice."""
    figures = [evidence.counted(name) for name in binding.names]
    questions = {figure.question for figure in figures}
    if len(questions) > 1 or len({figure.key for figure in figures}) < len(figures):
        raise BindingError(
            f"{' and '.join(binding.names)} cannot be added: a sum is of different options of one question"
        )
    if len(figures) > 1 and not questions <= evidence.exclusive:
        raise BindingError(
            f"{' and '.join(binding.names)} cannot be added: the source does not say that the answers to "
            f"{figures[0].question} exclude each other, so somebody could be counted twice; show each of them"
        )
    return reduce(
        lambda one, other: replace(
            one, key=f"{one.key}+{other.option}", option=f"{one.option}+{other.option}", count=one.count + other.count
        ),
        figures,
    )


def _says(binding: Binding, evidence: Evidence, scope: Scope) -> Bound:
    figure = _added(binding, evidence)
    said_of = Scope(binding.scope) if binding.scope else scope
    parts = {_key(name, evidence) for name in binding.names}
    siblings = [other for other in evidence.siblings(figure) if other.key not in parts]
    try:
        verdict = holds(binding.phrase, figure, siblings, said_of, evidence.language)
    except UnknownPhrase as error:
        raise BindingError(str(error)) from error
    if not verdict.ok:
        raise BindingError(f'"{binding.phrase}" does not hold of {" + ".join(binding.names)}: {verdict.reason}')
    return _phrase(binding, evidence, figure, said_of, verdict.reason)


def _largest(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    figure = evidence.counted(binding.names[0])
    larger = [other for other in evidence.siblings(figure) if other.count >= figure.count]
    if larger:
        raise BindingError(
            f'"{binding.phrase}" does not hold of {binding.names[0]}: {figure.count} answered so, '
            f"and {larger[0].count} answered {larger[0].option}"
        )
    return _phrase(binding, evidence, figure, Scope.RESPONDENTS, "no other answer was as common")


def _phrase(binding: Binding, evidence: Evidence, figure: Figure, scope: Scope, reason: str) -> Bound:
    keys = _keys(binding, evidence)
    span = Value(binding.phrase, keys, figure.question, _anchor(figure, binding))
    return Bound(spans=(span,), keys=keys, text=binding.phrase, scope=scope.value, reason=reason)


def _verbal(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    figure = evidence.verbal(binding.names[0])
    words = added_words(evidence.language)
    note = lines_text(figure.source.lines, evidence.language)
    spans: Spans = (Quoted(figure.words, note), Text(f" ({words['no_count']})"))
    return Bound(spans=spans, keys=(figure.key,), text=f"”{figure.words}” ({words['no_count']})")


def _fact(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    fact = evidence.fact(binding.names[0])
    if binding.format not in ("", "text"):
        raise BindingError(
            f"|{binding.format} is no format of a fact; write [[fact:{fact.key}]] or [[fact:{fact.key}|text]]"
        )
    text = fact.text(binding.format or "value", evidence.language)
    words = added_words(evidence.language)
    lines = f", {lines_text(fact.lines, evidence.language)}" if fact.lines else ""
    note = f"{words['source']}: {fact.text('source', evidence.language)}{lines} ({words[fact.status]})."
    keys = (f"fact:{fact.key}",)
    return Bound(spans=(Value(text, keys, note=note),), keys=keys, text=text)


def _count(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    number = evidence.number_of(binding.names[0])
    text = number_text(number, binding.format, evidence.language)
    keys = (f"count:{binding.names[0]}",)
    return Bound(spans=(Value(text, keys),), keys=keys, text=text)


def _missing(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    name = binding.names[0]
    number = evidence.missing_of(name)
    question, _, reason = name.rpartition(".")
    keys = (f"{evidence.round}.missing.{name}",)
    if binding.format == "of":
        text = out_of(number, evidence.question_base(question).asked, evidence.language)
        return Bound(spans=(Value(text, keys, question, based=True),), keys=keys, text=text, based=True)
    bound = _number(number, binding, evidence, reason, question)
    return replace(bound, keys=keys, questions=frozenset({question}))


def _label(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    question, _, _option = binding.names[0].rpartition(".")
    return _own_words(evidence.label(binding.names[0]), binding, evidence, question)


def _words(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    what, _, code = binding.names[0].partition(" ")
    question = code.partition(".")[0] if what in ("question", "unit", "number") else ""
    return _own_words(evidence.words_of(binding.names[0]), binding, evidence, question)


def _own_words(text: str, binding: Binding, evidence: Evidence, question: str) -> Bound:
    """Words of the questionnaire or the round: as part of our sentence, or as they stand, in quotation marks."""
    keys = _keys(binding, evidence)
    what = binding.kind if binding.kind == "label" else binding.names[0].partition(" ")[0]
    style = binding.format or _STYLES.get(what, "as-is")
    if style not in ("quoted", "as-is", "small"):
        raise BindingError(f"|{style} is no format of words; write |quoted, |as-is or |small")
    if style == "quoted":
        text = inside_quotation(text)
        return Bound(spans=(Quoted(text),), keys=keys, text=f"”{text}”")
    shown = small_word(text) if style == "small" else text
    return Bound(spans=(Value(shown, keys, question),), keys=keys, text=shown)


def _quote(binding: Binding, evidence: Evidence, _scope: Scope) -> Bound:
    note = capital(lines_text(binding.names[0], evidence.language))
    return Bound(spans=(Quoted(binding.phrase, note),), keys=(f"quote:{binding.names[0]}",), text=binding.phrase)


_BINDERS: Mapping[Kind, Callable[[Binding, Evidence, Scope], Bound]] = {
    "figure": _figure,
    "sum": _sum,
    "says": _says,
    "largest": _largest,
    "verbal": _verbal,
    "fact": _fact,
    "count": _count,
    "missing": _missing,
    "label": _label,
    "words": _words,
    "quote": _quote,
}


def _key(name: str, evidence: Evidence) -> str:
    return f"{evidence.round}.{name.removeprefix(f'{evidence.round}.')}"


def _anchor(figure: Figure, binding: Binding) -> str:
    """The answer that a page may point at; a sum, or a part of those asked, has no row of its own."""
    return "" if figure.filters or len(binding.names) > 1 else figure.option


def _keys(binding: Binding, evidence: Evidence) -> tuple[str, ...]:
    return tuple(_key(name, evidence) for name in binding.names)
