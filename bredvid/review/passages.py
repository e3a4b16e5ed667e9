"""From one form to a later one: which question became which, by one crosswalk or by several in a row."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from bredvid.review.models import Correspondence, Crosswalk, Question, Questionnaire
from bredvid.review.rules import comparing


@dataclass(frozen=True)
class Link:
    """How one question leads to another. `reasons` are the correspondences behind it; none within one form."""

    old: Question
    new: Question
    grade: str
    options: comparing.Answers
    reasons: tuple[Correspondence, ...] = ()

    @property
    def may_be_joined(self) -> bool:
        """Whether the two may stand on one line."""
        return comparing.may_be_joined(self.grade)


@dataclass(frozen=True)
class Passage:
    """All that leads from one form to another. `alone` are the reasons of questions without a counterpart, by id."""

    links: tuple[Link, ...] = ()
    alone: Mapping[int, Correspondence] = field(default_factory=dict)
    known: bool = True


UNKNOWN = Passage(known=False)


def passage(old: Questionnaire, new: Questionnaire, questions: Mapping[int, list[Question]]) -> Passage:
    """The passage from `old` to `new`; UNKNOWN where no crosswalk leads there. `questions` are each form's, by its id.

    A crosswalk that leads there directly goes before a chain of several, for somebody has looked at just these two.
    """
    if old.pk == new.pk:
        same = [Link(each, each, comparing.worst(()), _identity(each)) for each in questions[old.pk]]
        return Passage(tuple(same))
    chain = _chain(old.pk, new.pk)
    if chain is None:
        return UNKNOWN
    known = {question.pk: question for each in questions.values() for question in each}
    found = _of_crosswalk(chain[0], known)
    for crosswalk in chain[1:]:
        found = _then(found, _of_crosswalk(crosswalk, known))
    return found


def _identity(question: Question) -> comparing.Answers:
    return {option.code: (option.code,) for option in question.options.all()}


def _chain(start: int, end: int) -> list[Crosswalk] | None:
    """The fewest crosswalks that lead from one questionnaire (its id) to another."""
    onward: dict[int, list[Crosswalk]] = {}
    for crosswalk in Crosswalk.objects.order_by("old_id", "new_id"):
        onward.setdefault(crosswalk.old_id, []).append(crosswalk)
    waiting: deque[tuple[int, list[Crosswalk]]] = deque([(start, [])])
    seen = {start}
    while waiting:
        at, way = waiting.popleft()
        for crosswalk in onward.get(at, []):
            if crosswalk.new_id == end:
                return [*way, crosswalk]
            if crosswalk.new_id not in seen:
                seen.add(crosswalk.new_id)
                waiting.append((crosswalk.new_id, [*way, crosswalk]))
    return None


def _of_crosswalk(crosswalk: Crosswalk, known: Mapping[int, Question]) -> Passage:
    """The questions of a form that is only passed through are not `known`, so they are read here."""
    rows = list(crosswalk.correspondences.all())
    missing = {pk for row in rows for pk in (row.old_id, row.new_id) if pk and pk not in known}
    questions = {**known, **Question.objects.in_bulk(missing)}
    links, alone = [], {}
    for row in rows:
        if row.old_id and row.new_id:
            links.append(Link(questions[row.old_id], questions[row.new_id], row.grade, row.options, (row,)))
        else:
            alone[row.old_id or row.new_id or 0] = row
    return Passage(tuple(links), alone)


def _then(first: Passage, second: Passage) -> Passage:
    onward = {link.old.pk: link for link in second.links}
    links = [_chained(link, onward[link.new.pk]) for link in first.links if link.new.pk in onward]
    # A question that was taken away, or came, on the way is without a counterpart for the reason given there.
    alone = {**first.alone, **second.alone}
    reached = {link.new.pk for link in links}
    for link in first.links:
        if link.new.pk in second.alone:
            alone[link.old.pk] = second.alone[link.new.pk]
    for link in second.links:
        if link.new.pk not in reached and link.old.pk in first.alone:
            alone[link.new.pk] = first.alone[link.old.pk]
    return Passage(tuple(links), alone)


def _chained(first: Link, second: Link) -> Link:
    grade = comparing.worst((first.grade, second.grade))
    options = comparing.compose(first.options, second.options)
    return Link(first.old, second.new, grade, options, first.reasons + second.reasons)
