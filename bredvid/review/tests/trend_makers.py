"""Makers for questions through several forms and rounds."""

from collections.abc import Mapping, Sequence

from bredvid.review.models import (
    Answer,
    Correspondence,
    Crosswalk,
    Option,
    Question,
    Questionnaire,
    Respondent,
    Round,
    Section,
)
from bredvid.review.tests.makers import question, respondent, round_with

Asked = Mapping[str, Sequence[str]]


def form(version: int, asked: Asked, *, kind: str = "single") -> Section:
    """A form with one section, and in it each question with its answers."""
    made = Questionnaire.objects.create(code="prov", version=version, title_sv="Prov", title_en="Trial")
    section = Section.objects.create(questionnaire=made, code="a", order=1, title_sv="A", title_en="A")
    for code, options in asked.items():
        question(section, code, options, kind=kind)
    return section


def crosswalk(
    old: Section, new: Section, pairs: Sequence[tuple[str, str, str]], **options: dict[str, list[str]]
) -> None:
    """What leads from one form to another: (older question, newer question, grade), "" for none.

    Answers of the same code correspond, unless `options` says of the older question what corresponds.
    """
    made = Crosswalk.objects.create(old=old.questionnaire, new=new.questionnaire)
    for order, (first, second, grade) in enumerate(pairs, start=1):
        older, newer = old.questions.filter(code=first).first(), new.questions.filter(code=second).first()
        same = {code: [code] for code in _codes(older) & _codes(newer)}
        Correspondence.objects.create(
            crosswalk=made, order=order, old=older, new=newer, grade=grade, options=options.get(first, same),
            note_sv=f"skäl {first}-{second}", note_en=f"reason {first}-{second}",
        )  # fmt: skip


def _codes(asked: Question | None) -> set[str]:
    return {option.code for option in asked.options.all()} if asked else set()


def held(
    section: Section, year: int, counts: Mapping[str, Mapping[str, int]], *, answered: int = 20, **values
) -> Round:
    """A round of a form: so many gave each answer to each question. Half as many again were silent."""
    values = {"code": str(year), "year": year} | values
    made = round_with(section, frame=answered + answered // 2, answered=answered, **values)
    people = [respondent(made, number, answers=number < answered) for number in range(made.frame_size)]
    rows = []
    for code, of_answers in counts.items():
        given = [option for option, n in of_answers.items() for _ in range(n)]
        rows += [_answer(section, people[at], code, option) for at, option in enumerate(given)]
    Answer.objects.bulk_create(rows)
    return made


def _answer(section: Section, by: Respondent, code: str, option: str) -> Answer:
    chosen = Option.objects.select_related("question").get(question__section=section, question__code=code, code=option)
    return Answer(respondent=by, question=chosen.question, option=chosen)
