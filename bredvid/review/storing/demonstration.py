"""Stores a demonstration round: invented respondents and answers that meet the margins of the round it is based on.

No real municipality stands beside an invented answer: names and codes are invented, numbered in a shuffled order.
County, group and cell are real, so that maps and breakdowns have their true shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from bredvid.places.models import Municipality
from bredvid.places.reads import municipalities
from bredvid.review.dealing import Dealt, Margin, deal
from bredvid.review.documents import DocumentError, Row, number, read_table, table, text
from bredvid.review.models import Answer, Missing, Option, PublishedFigure, Question, Respondent, Round
from bredvid.review.storing.questionnaires import options_of
from bredvid.review.storing.synchronising import synchronise


def store_demonstration(round_: Round, values: Row) -> int:
    """Stores the round's respondents and answers; returns how many rows that wrote. Raises DocumentError."""
    where = f"{round_.code}/demonstration.toml"
    if not round_.demonstration or round_.aggregate_only:
        raise DocumentError(f"{round_.code}/round.toml: invented answers need demonstration = true and rows")
    document = read_table(values, {"demonstration": table(), "invented": table({})}, where)
    head = read_table(document["demonstration"], {"seed": number(), "name": text()}, f"{where} [demonstration]")
    random = Random(head["seed"])  # noqa: S311 (invented on purpose, and the same every time)
    rows = _respondents(round_, head["name"], random)
    writes = synchronise(Respondent.objects.filter(round=round_), ("code",), rows)
    return writes + _store_answers(round_, document["invented"], random, where)


def _respondents(round_: Round, name: str, random: Random) -> list[Row]:
    everybody = sorted(municipalities(), key=lambda municipality: municipality.code)
    if len(everybody) != round_.frame_size:
        raise DocumentError(
            f"{round_.code}/round.toml: the frame has {round_.frame_size}, {len(everybody)} municipalities are known; "
            "load them first: bredvid places load"
        )
    random.shuffle(everybody)
    answering = set(random.sample(range(1, len(everybody) + 1), round_.answered))
    return [
        _respondent(round_, place, number, name, number in answering) for number, place in enumerate(everybody, start=1)
    ]


def _respondent(round_: Round, place: Municipality, number: int, name: str, answers: bool) -> Row:
    same = ("county_id", "group_id", "hex_row", "hex_column")
    return {
        **{field: getattr(place, field) for field in same},
        "round_id": round_.pk,
        "municipality_id": None,
        "code": f"D{number:03}",
        "name": f"{name} {number:03}",
        "slug": f"{name.lower()}-{number:03}",
        "alphabetical": number,
        "state": Respondent.State.ANSWERED if answers else Respondent.State.SILENT,
    }


def _store_answers(round_: Round, invented: Mapping[str, Row], random: Random, where: str) -> int:
    questions = list(
        Question.objects.filter(section__questionnaire=round_.questionnaire_id).select_related("depends_on__question")
    )
    answering = round_.respondents.filter(state=Respondent.State.ANSWERED).order_by("code")
    try:
        margins = _margins(round_, questions, invented)
        dealt = deal(list(answering.values_list("pk", flat=True)), margins, random)
    except ValueError as error:
        raise DocumentError(f"{where}: {error}") from None
    rows = _answer_rows(dealt, {question.code: question.pk for question in questions}, options_of(round_.questionnaire))
    existing = Answer.objects.filter(respondent__round=round_)
    return synchronise(existing, ("respondent_id", "question_id", "option_id"), rows)


@dataclass(frozen=True)
class _Source:
    """The counts another round prints, by question code; whole, and within those who gave some answer."""

    whole: dict[str, dict[str, int]]
    within: dict[str, dict[tuple[str, str], dict[str, int]]]


def _source(round_: Round) -> _Source:
    source = _Source({}, {})
    rows = PublishedFigure.objects.filter(round=round_.based_on_id, count__isnull=False)
    for row in rows.select_related("question", "option", "among__question").order_by("question_id", "option__order"):
        if row.among is None:
            counts = source.whole.setdefault(row.question.code, {})
        else:
            among = (row.among.question.code, row.among.code)
            counts = source.within.setdefault(row.question.code, {}).setdefault(among, {})
        counts[row.option.code] = row.count or 0
    return source


def _margins(round_: Round, questions: list[Question], invented: Mapping[str, Row]) -> list[Margin]:
    """A margin for each question that has counts. Those counted within another's answers come last."""
    source = _source(round_)
    known = {question.code: {option.code for option in question.options.all()} for question in questions}
    if unknown := invented.keys() - known.keys():
        raise ValueError(f"no question {', '.join(sorted(unknown))}")
    margins = [
        _margin(question, source, invented.get(question.code, {}), known[question.code])
        for question in questions
        if question.code in source.whole or question.code in invented
    ]
    return sorted(margins, key=lambda margin: bool(margin.within))


def _margin(question: Question, source: _Source, invented: Mapping[str, int], options: set[str]) -> Margin:
    printed = source.whole.get(question.code, {})
    if wrong := invented.keys() - options:
        raise ValueError(f"{question.code}: no answer {', '.join(sorted(wrong))}")
    if wrong := invented.keys() & printed.keys():
        raise ValueError(f"{question.code}: {', '.join(sorted(wrong))} is printed and may not be invented")
    parent = question.depends_on
    return Margin(
        question=question.code,
        counts={**printed, **invented},
        several=question.kind == Question.Kind.MULTIPLE,
        asked_if=(parent.question.code, parent.code) if parent else None,
        within=source.within.get(question.code, {}),
    )


def _answer_rows(dealt: Dealt, questions: Mapping[str, int], options: Mapping[str, Option]) -> list[Row]:
    rows = []
    for question, answers in dealt.items():
        for respondent, given in answers.items():
            place = {"respondent_id": respondent, "question_id": questions[question]}
            for answer in given or [None]:
                option = options[f"{question}.{answer}"].pk if answer else None
                missing = Missing.NOT_REPORTED if given is None else ""
                rows.append({**place, "option_id": option, "missing": missing})
    return rows
