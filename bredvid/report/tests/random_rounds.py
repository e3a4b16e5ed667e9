"""Random questionnaires with random answers: whatever a round may be, its report must build."""

from dataclasses import dataclass
from datetime import date
from random import Random

from django.db.models import F

from bredvid.review.models import (
    Answer,
    Case,
    Fieldwork,
    Option,
    Question,
    Questionnaire,
    Respondent,
    Round,
    Section,
)
from bredvid.review.projection.tests import makers as projection_makers
from bredvid.review.projection.tests.makers import UNTOUCHED
from bredvid.review.tests import makers

# Words that a chapter may not say unbound, signs that could hide a number, and marks of our own language of chapters.
WORDINGS = (
    "Ja", "nej", "Mer än 10 av 20 kommuner", "alla kommuner", "De flesta", "hälften ½ ②", "[[q1.a]]", "{{figure q1}}",
    "**fet** _och_ # rubrik", "”citat” och \"raka\"", "<b>html</b> &amp; entitet", "Жираф и åäö", "x" * 190, "0–5",
    "IFO", "$q och ${o}", "rad\nbryts", "5", "1. punkt", "sexton", "soft\N{SOFT HYPHEN}hyphen", "en kommun",
)  # fmt: skip
KINDS = ("single", "multiple", "ordinal", "count", "text", "integer", "decimal", "date", "register", "note")
OWN = ("text", "integer", "decimal", "date")


@dataclass(frozen=True)
class Shape:
    """How large a random round is, and from which seed."""

    seed: int
    sections: int = 3
    questions: int = 4
    frame: int = 12
    answered: int = 7


def random_questionnaire(shape: Shape, random: Random, code: str) -> Questionnaire:
    """A questionnaire of any kind of question, worded as badly as can be."""
    questionnaire = Questionnaire.objects.create(code=f"slump-{code}", title_sv="Slump", title_en="Chance")
    questions: list[Question] = []
    for at in range(shape.sections):
        section = Section.objects.create(
            questionnaire=questionnaire, code=f"s_{at}", order=at, title_sv=_short(random), title_en=""
        )
        questions += [_question(section, len(questions) + n, questions, random) for n in range(shape.questions)]
    return questionnaire


def fill_english(questionnaire: Questionnaire) -> None:
    """As an import does where a form has only Swedish."""
    sections = Section.objects.filter(questionnaire=questionnaire)
    questions = Question.objects.filter(section__in=sections)
    sections.update(title_en=F("title_sv"))
    questions.update(text_en=F("text_sv"), short_en=F("short_sv"), unit_en=F("unit_sv"))
    Option.objects.filter(question__in=questions).update(label_en=F("label_sv"))


def questions_in(questionnaire: Questionnaire) -> list[Question]:
    return list(Question.objects.filter(section__questionnaire=questionnaire).order_by("section__order", "order"))


def random_fieldwork(shape: Shape, code: str = "2031", **values) -> Fieldwork:
    """A round in the field with such a questionnaire; so many as `answered` have handed in."""
    random = Random(shape.seed)  # noqa: S311 (chance on purpose, and the same every time)
    questionnaire = random_questionnaire(shape, random, code)
    fill_english(questionnaire)
    fields = {"title_sv": "Granskningen 2031", "title_en": "The review of 2031", "year": 2031, "state": "closed"}
    fieldwork = Fieldwork.objects.create(code=code, questionnaire=questionnaire, **(fields | values))
    for number in range(1, shape.frame + 1):
        answers = number <= shape.answered
        in_group = random.choice(["A1", "B2"])
        by = projection_makers.case(fieldwork, number, in_group=in_group, **({} if answers else UNTOUCHED))
        if answers:
            enter(by, random)
    return fieldwork


def enter(by: Case, random: Random) -> None:
    """Answers most of the questions, with options where there are any."""
    for question in questions_in(by.fieldwork.questionnaire):
        options = list(question.options.exclude(code="angivet").values_list("code", flat=True))
        if question.kind in ("note", "register") or random.random() < 0.1:
            continue
        if question.kind in ("integer", "decimal"):
            value: dict[str, object] = {"number": str(random.randint(0, 500))}
        elif question.kind == "date":
            value = {"date": "2031-05-01"}
        elif question.kind == "text" and not options:
            value = {"text": "hemliga ord som aldrig får synas"}
        elif options:
            value = {"options": random.sample(options, 1)}
        else:
            continue
        projection_makers.entry(by, question.code, value)


def random_round(shape: Shape, code: str = "2031", **values) -> Round:
    """A round whose questionnaire and answers the seed decides."""
    random = Random(shape.seed)  # noqa: S311 (chance on purpose, and the same every time)
    questionnaire = random_questionnaire(shape, random, code)
    questions = questions_in(questionnaire)
    fields = {"title_sv": "Granskningen 2031", "title_en": "", "year": 2031, "published_on": date(2031, 11, 2)}
    round_ = Round.objects.create(
        code=code, questionnaire=questionnaire, frame_size=shape.frame, answered=shape.answered, **(fields | values)
    )
    for number in range(1, shape.frame + 1):
        by = makers.respondent(round_, number, answers=number <= shape.answered, in_group=random.choice(["A1", "B2"]))
        if by.state == Respondent.State.ANSWERED:
            _answers(by, questions, random)
    return round_


def _short(random: Random) -> str:
    return random.choice(WORDINGS)[:110]


def _question(section: Section, number: int, earlier: list[Question], random: Random) -> Question:
    kind = random.choice(KINDS)
    parents = [each for each in earlier if each.options.exists()]
    parent = random.choice(parents).options.first() if parents and random.random() < 0.3 else None
    question = Question.objects.create(
        section=section, code=random.choice([f"q{number}", f"asked-{number}", f"2031-{number}"]), order=number,
        kind=kind, exclusivity="multiple" if kind == "multiple" else "exclusive", depends_on=parent,
        text_sv=random.choice(WORDINGS), text_en="", short_sv=_short(random), short_en="",
        unit_sv=random.choice(["", "kvinnor", "tjejer under 18 år"]), unit_en="", persons=kind == "count",
        recommendation=random.choice(["", "", "R1", "R2", "R99"]), coded=kind == "text" and random.random() < 0.3,
    )  # fmt: skip
    if kind == "note":
        return question
    if kind in OWN and not question.coded:
        Option.objects.create(question=question, code="angivet", order=1, label_sv="Har svarat", label_en="Answered")
        return question
    for at in range(random.choice([1, 2, 3, 5, 40])):
        code = random.choice([f"o{at}", f"a-{at}", f"asked{at}"])
        missing = "dont_know" if random.random() < 0.1 else ""
        Option.objects.create(
            question=question, code=["ja", "nej"][at] if at < 2 and random.random() < 0.3 else code, order=at,
            label_sv=random.choice(WORDINGS), label_en="", tone=random.choice(Option.Tone.values), missing=missing,
        )  # fmt: skip
    return question


def _answers(by: Respondent, questions: list[Question], random: Random) -> None:
    given: set[int] = set()
    for question in questions:
        options = list(question.options.all())
        if not options or random.random() < 0.1:
            continue
        if question.depends_on_id and question.depends_on_id not in given:
            Answer.objects.create(respondent=by, question=question, missing="not_asked")
        elif random.random() < 0.2:
            missing = random.choice(["dont_know", "no_statistics", "refused", "blank", "uncodable"])
            Answer.objects.create(respondent=by, question=question, missing=missing)
        else:
            several = random.randint(1, len(options)) if question.kind == "multiple" or question.coded else 1
            for option in random.sample(options, several):
                given.add(option.pk)
                number = random.randint(-5, 500) if question.kind in ("integer", "decimal") else None
                Answer.objects.create(respondent=by, question=question, option=option, number=number)
