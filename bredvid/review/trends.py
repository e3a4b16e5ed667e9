"""A question through the rounds: which rounds can be compared, how well, and with what figures.

Rounds are the published ones of the real world; a draft or a demonstration is never among them. A later form that no
round has used yet stands last, so that it can be read beforehand what will be comparable.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.db.models import QuerySet

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.review import reads
from bredvid.review.keys import make_key
from bredvid.review.models import Correspondence, Question, Questionnaire, Round
from bredvid.review.passages import Link, Passage, passage
from bredvid.review.results import Result
from bredvid.review.rules import comparing

NOT_PUT = (Question.Kind.REGISTER, Question.Kind.NOTE)


@dataclass(frozen=True)
class Step:
    """A form in its place, with the rounds that used it one after the other, oldest first."""

    form: Questionnaire
    rounds: tuple[Round, ...]


@dataclass(frozen=True)
class Asked:
    """A question as one form asks it."""

    step: Step
    question: Question


@dataclass(frozen=True)
class Thread:
    """One question through the forms, oldest first, with a link between each two.

    `began` and `ended` say why there is nothing before or after, where a crosswalk says so; `code` is its address.
    """

    code: str
    asked: tuple[Asked, ...]
    links: tuple[Link, ...]
    began: Correspondence | None = None
    ended: Correspondence | None = None

    @property
    def newest(self) -> Question:
        """The question as it was asked last."""
        return self.asked[-1].question

    @property
    def grade(self) -> str:
        """How the newest form's question compares with the one before; - where there is none to compare with."""
        return self.links[-1].grade if self.links else comparing.BEST_FIRST[-1]


@dataclass(frozen=True)
class Point:
    """One answer in one round: its figure, or None where the round gives none. `codes` are what was added up."""

    round: Round
    codes: tuple[str, ...]
    label: str
    figure: Figure | VerbalFigure | None


@dataclass(frozen=True)
class Line:
    """One answer through the rounds of a run; `links[i]` joins point i with the next."""

    points: tuple[Point, ...]
    links: tuple[Link, ...]

    @property
    def label(self) -> str:
        """The answer in the newest form's words."""
        return self.points[-1].label


@dataclass(frozen=True)
class Run:
    """Rounds that may stand on one line: the same question throughout, with its answers."""

    question: Question
    rounds: tuple[Round, ...]
    links: tuple[Link, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Series:
    """A thread's runs, oldest first. `between[i]` is the link from run i to the next: never one of a line."""

    thread: Thread
    runs: tuple[Run, ...]
    between: tuple[Link, ...]


def threads() -> list[Thread]:
    """Every question that is put, as the newest form orders them, and then those that it no longer puts."""
    steps = _steps()
    if not steps:
        return []
    questions = _questions(steps)
    passages = [passage(old.form, new.form, questions) for old, new in pairwise(steps)]
    found: list[Thread] = []
    for at in range(len(steps) - 1, -1, -1):
        onward = {link.old.pk for link in passages[at].links} if at < len(passages) else set()
        for question in questions[steps[at].form.pk]:
            if question.pk not in onward:
                found.append(_thread(question, at, steps, passages))
    return _with_codes(found)


def thread_of(code: str) -> Thread | None:
    """The thread of an address, if there is one."""
    return next((thread for thread in threads() if thread.code == code), None)


def thread_with(question: Question) -> Thread | None:
    """The thread in which a form's question stands, if it is put."""
    return next((thread for thread in threads() if any(each.question.pk == question.pk for each in thread.asked)), None)


def series_of(thread: Thread) -> Series:
    """The thread's figures in every round, cut where the grade does not let two rounds stand on one line."""
    rounds = [(asked.question, round_) for asked in thread.asked for round_ in asked.step.rounds]
    results = [reads.result_of(round_, question) for question, round_ in rounds]
    links = _links_between(thread)
    runs, between, start = [], [], 0
    for at, link in enumerate([*links, None], start=1):
        if at > len(results):
            break
        if link is None or not link.may_be_joined:
            runs.append(_run(results[start:at], links[start : at - 1]))
            start = at
            if link is not None:
                between.append(link)
    return Series(thread, tuple(runs), tuple(between))


def _steps() -> list[Step]:
    """The forms of the published rounds in the order of years, and then those to which crosswalks lead."""
    steps: list[Step] = []
    for round_ in _oldest_first():
        if steps and steps[-1].form.pk == round_.questionnaire_id:
            steps[-1] = replace(steps[-1], rounds=(*steps[-1].rounds, round_))
        else:
            steps.append(Step(round_.questionnaire, (round_,)))
    seen = {step.form.pk for step in steps}
    while steps and (form := _following(steps[-1].form, seen)):
        steps.append(Step(form, ()))
        seen.add(form.pk)
    return steps


def _oldest_first() -> "QuerySet[Round]":
    return reads.published_rounds().order_by("year", "code")


def _following(form: Questionnaire, seen: set[int]) -> Questionnaire | None:
    crosswalk = form.crosswalks_onward.exclude(new__in=seen).select_related("new").order_by("new__version").first()
    return crosswalk.new if crosswalk else None


def _questions(steps: Sequence[Step]) -> dict[int, list[Question]]:
    """The questions that are put, in the order of each form, by the form's id."""
    found: dict[int, list[Question]] = {step.form.pk: [] for step in steps}
    rows = Question.objects.filter(section__questionnaire__in=found).exclude(kind__in=NOT_PUT)
    for question in rows.select_related("section", "depends_on__question").prefetch_related("options"):
        found[question.section.questionnaire_id].append(question)
    return found


def _thread(question: Question, at: int, steps: Sequence[Step], passages: Sequence[Passage]) -> Thread:
    """The thread that ends with this question, followed back to where it began."""
    asked = [Asked(steps[at], question)]
    links: list[Link] = []
    place, current = at, question
    while place and (link := _link_back(passages[place - 1], current)):
        place, current = place - 1, link.old
        asked.insert(0, Asked(steps[place], current))
        links.insert(0, link)
    began = passages[place - 1].alone.get(current.pk) if place else None
    ended = passages[at].alone.get(question.pk) if at < len(passages) else None
    return Thread(question.code, tuple(asked), tuple(links), began, ended)


def _link_back(before: Passage, question: Question) -> Link | None:
    return next((link for link in before.links if link.new.pk == question.pk), None)


def _with_codes(found: Sequence[Thread]) -> list[Thread]:
    """The newest form's questions keep their code as address; an older one of the same code says its version too."""
    taken: set[str] = set()
    threads = []
    for thread in found:
        code = thread.code
        if code in taken:
            code = f"{code}-v{thread.asked[-1].step.form.version}"
        taken.add(code)
        threads.append(replace(thread, code=code))
    return threads


def _links_between(thread: Thread) -> list[Link]:
    """The link between each two rounds that follow each other: within one form it is the same question."""
    links: list[Link] = []
    waiting: Link | None = None
    started = False
    for at, asked in enumerate(thread.asked):
        if at:
            onward = thread.links[at - 1]
            waiting = _after(waiting, onward) if started else None
        for _ in asked.step.rounds:
            if started:
                links.append(waiting or _same(asked.question))
            started, waiting = True, None
    return links


def _after(first: Link | None, second: Link) -> Link:
    """A form that no round used lies between: the chain is no better than its worst link."""
    if first is None:
        return second
    return Link(
        first.old,
        second.new,
        comparing.worst((first.grade, second.grade)),
        comparing.compose(first.options, second.options),
        first.reasons + second.reasons,
    )


def _same(question: Question) -> Link:
    options = {option.code: (option.code,) for option in question.options.all()}
    return Link(question, question, comparing.worst(()), options)


def _run(results: Sequence[Result], links: Sequence[Link]) -> Run:
    options = [[option.code for option in result.options] for result in results]
    lines = []
    for track in comparing.tracks(options, [link.options for link in links]):
        points = [(at, _point(results[at], codes)) for at, codes in enumerate(track) if codes]
        first, last = points[0][0], points[-1][0]
        lines.append(Line(tuple(point for _, point in points), tuple(links[first:last])))
    return Run(results[-1].question, tuple(result.round for result in results), tuple(links), tuple(lines))


def _point(result: Result, codes: tuple[str, ...]) -> Point:
    labels = {option.code: option.label("label") for option in result.options}
    label = " + ".join(labels[code] for code in codes)
    return Point(result.round, codes, label, _figure(result, codes))


def _figure(result: Result, codes: tuple[str, ...]) -> Figure | VerbalFigure | None:
    """The figure of answers that together are one; None where any of them has no count. Missing is never nought."""
    if len(codes) == 1:
        return result.figure_of(codes[0])
    figures = [figure for figure in result.counted if figure.option in codes]
    if len(figures) < len(codes):
        return None
    option = "+".join(codes)
    return replace(
        figures[0],
        key=make_key(result.round.code, result.question.code, option, result.filters),
        count=sum(figure.count for figure in figures),
        base=result.base,
        option=option,
    )
