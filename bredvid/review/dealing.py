"""Deals invented answers to invented respondents so that given margins are met exactly. Pure; the seed decides all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

Given = tuple[str, ...] | None  # the answers given; None is "not reported"; () is an answer that is none of them


@dataclass(frozen=True, kw_only=True)
class Margin:
    """How many gave each answer to one question.

    `asked_if` is the (question, answer) a follow-up hangs on. `within` says how many of those who gave some answer to
    another question gave each of these: {("q4", "lag"): {"enhetschef": 4}}.
    """

    question: str
    counts: Mapping[str, int]
    several: bool = False
    asked_if: tuple[str, str] | None = None
    within: Mapping[tuple[str, str], Mapping[str, int]] = field(default_factory=dict)


Dealt = dict[str, dict[int, Given]]


def deal(respondents: Sequence[int], margins: Sequence[Margin], random: Random) -> Dealt:
    """For each question, what each respondent that was asked it answered.

    A question that others hang on, or are counted within, must come before them.
    Raises ValueError where a margin cannot be met.
    """
    dealt: Dealt = {}
    for margin in margins:
        asked = list(respondents) if margin.asked_if is None else _who_gave(dealt, *margin.asked_if)
        dealt[margin.question] = (
            _several(asked, margin, random) if margin.several else _one(asked, margin, dealt, random)
        )
    return dealt


def _several(asked: Sequence[int], margin: Margin, random: Random) -> dict[int, Given]:
    chosen: dict[int, list[str]] = {respondent: [] for respondent in asked}
    for answer, count in margin.counts.items():
        if count > len(asked):
            raise ValueError(f"{margin.question}.{answer}: {count} is more than the {len(asked)} asked")
        for respondent in random.sample(asked, count):
            chosen[respondent].append(answer)
    return {respondent: tuple(answers) for respondent, answers in chosen.items()}


def _one(asked: Sequence[int], margin: Margin, dealt: Dealt, random: Random) -> dict[int, Given]:
    given: dict[int, Given] = {}
    left = dict(margin.counts)
    for (question, answer), counts in margin.within.items():
        members = _who_gave(dealt, question, answer)
        _hand_out(members, counts, margin.question, random, given)
        for name, count in counts.items():
            left[name] -= count
    _hand_out([respondent for respondent in asked if respondent not in given], left, margin.question, random, given)
    return given


def _hand_out(
    members: Sequence[int], counts: Mapping[str, int], question: str, random: Random, given: dict[int, Given]
) -> None:
    """Gives each member one answer; those the counts do not reach are "not reported"."""
    deck: list[Given] = [(answer,) for answer, count in counts.items() for _ in range(count)]
    if len(deck) > len(members) or min(counts.values(), default=0) < 0:
        raise ValueError(f"{question}: the counts {dict(counts)} do not fit the {len(members)} asked")
    deck += [None] * (len(members) - len(deck))
    random.shuffle(deck)
    given.update(zip(members, deck, strict=True))


def _who_gave(dealt: Dealt, question: str, answer: str) -> list[int]:
    return [respondent for respondent, given in dealt[question].items() if given and answer in given]
