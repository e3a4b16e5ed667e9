"""Stores a random round in the field and builds it, as a reviewer would."""

from datetime import UTC, date, datetime

from bredvid.review.models import Case, Entry, Fieldwork, Question, Round
from bredvid.review.projection import build
from bredvid.review.projection.tests import makers
from tests.random_rounds import Asked, Condition, RandomRound

HANDED_IN = datetime(2026, 5, 1, tzinfo=UTC)
BEFORE, AFTER = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
PUBLISHED = date(2026, 11, 23)


def built(random: RandomRound, **values: object) -> Round:
    """The round, built from the entries."""
    return build(fielded(random, **values), draft=False, edition=1, published_on=PUBLISHED)


def fielded(random: RandomRound, **values: object) -> Fieldwork:
    """The round in the field with all that was entered."""
    kinds = {asked.code: asked.kind for asked in random.questions}
    rows = [_question(asked, kinds) for asked in random.questions]
    section = as_expression(random.section, kinds) if random.section else ""
    field = makers.fieldwork(*rows, relevant=section, **values)
    questions = {question.code: question for question in Question.objects.filter(section__questionnaire__code="prov")}
    entries: list[Entry] = []
    for number, place in enumerate(random.places, start=1):
        handed_in = HANDED_IN if place.state in ("submitted", "reopened") else None
        outcome = "partial" if place.partial else "complete" if handed_in else "unknown"
        case = makers.case(
            field, number, in_group=place.group, in_county=place.county, state=place.state, submitted_at=handed_in,
            first_submitted_at=handed_in, outcome=outcome,
        )  # fmt: skip
        entries += _entries(case, random, number - 1, questions)
    Entry.objects.bulk_create(entries)
    return field


def _entries(case: Case, random: RandomRound, at: int, questions: dict[str, Question]) -> list[Entry]:
    return [
        Entry(
            case=case, question=questions[code], revision=revision, superseded=revision < len(written),
            value=each.value, missing=each.missing, origin=each.origin, at=AFTER if each.late else BEFORE,
        )
        for code, written in random.places[at].entries.items()
        for revision, each in enumerate(written, start=1)
    ]  # fmt: skip


def _question(asked: Asked, kinds: dict[str, str]) -> makers.Row:
    return makers.question(
        asked.code, asked.kind, tuple(f"{code}:{why}" for code, why in asked.options), persons=asked.persons,
        coded=asked.coded, relevant=as_expression(asked.relevant, kinds) if asked.relevant else "",
        depends_on=".".join(asked.hangs_on) if asked.hangs_on else None,
    )  # fmt: skip


def as_expression(condition: Condition, kinds: dict[str, str]) -> str:
    """A condition as the questionnaire writes it."""
    match condition:
        case ("not", inner):
            return f"not({as_expression(inner, kinds)})"
        case ("and" | "or" as word, left, right):
            return f"({as_expression(left, kinds)}) {word} ({as_expression(right, kinds)})"
        case ("answered", code):
            return f"${{{code}}} != ''"
        case ("has", code, option):
            return f"selected(${{{code}}}, '{option}')" if kinds[code] == "multiple" else f"${{{code}}} = '{option}'"
        case ("over", code, limit):
            return f"${{{code}}} > {limit}"
    raise AssertionError(condition)
