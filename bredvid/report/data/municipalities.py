"""The table of municipalities: always the whole frame, with each answer or why there is none."""

from collections.abc import Iterable

from bredvid.report.data.question_columns import choice_name, missing_name, takes_several, value_name
from bredvid.report.data.values import Cell
from bredvid.review.models import Answer, Claim, Mention, Missing, Option, Question, Respondent, Round
from bredvid.review.reads import mentions_of, respondents_of

# Which answer a municipality gave, where only a source's naming of it tells: (name, question id) -> option.
Named = dict[tuple[str, int], Option]


def municipality_records(round_: Round, questions: Iterable[Question]) -> list[dict[str, Cell]]:
    """One record a municipality of the frame, by code: the order is the same in every database."""
    asked = list(questions)
    named_for = _named_for(round_)
    named = _answers_by_name(round_, asked)
    respondents = respondents_of(round_).prefetch_related("answers__option").order_by("code")
    return [
        {
            "municipality": respondent.code,
            "name": respondent.name,
            "county": respondent.county.code,
            "county_name": respondent.county.name,
            "group": respondent.group.code,
            "group_vintage": respondent.group.vintage,
            "group_sv": respondent.group.name,
            "group_en": respondent.group.name_en,
            "state": respondent.state,
            "outcome": respondent.outcome,
            "wave": respondent.wave,
            "named_for": ";".join(named_for.get(respondent.pk, [])) or None,
            **_answers(respondent, asked, named),
        }
        for respondent in respondents
    ]


def _named_for(round_: Round) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    order = list(Mention.Kind.values)
    for mention in sorted(mentions_of(round_), key=lambda mention: order.index(mention.kind)):
        found.setdefault(mention.respondent_id, []).append(mention.kind)
    return found


def _answers_by_name(round_: Round, questions: list[Question]) -> Named:
    """Answers that the source's own lists of names give away, as "these four have one"."""
    options = {f"{q.code}.{option.code}": (q.pk, option) for q in questions for option in q.options.all()}
    found: Named = {}
    for claim in Claim.objects.filter(round=round_, kind="names"):
        part = options.get(claim.terms["part"])
        if part is not None:
            found |= {(name, part[0]): part[1] for name in claim.terms["names"]}
    return found


def _answers(respondent: Respondent, questions: list[Question], named: Named) -> dict[str, Cell]:
    given: dict[int, list[Answer]] = {}
    for answer in respondent.answers.all():
        given.setdefault(answer.question_id, []).append(answer)
    chosen = {question.pk: _chosen(respondent, question, given, named) for question in questions}
    record: dict[str, Cell] = {}
    for question in questions:
        record |= _cells(respondent, question, given.get(question.pk, []), chosen)
    return record


def _cells(
    respondent: Respondent, question: Question, answers: list[Answer], chosen: dict[int, list[Option]]
) -> dict[str, Cell]:
    """The cells of one question: its value and, where there is none, why."""
    options = chosen[question.pk]
    for answer in answers:
        if (value := _own_value(question, answer)) is not None:
            return {value_name(question): value}
    if options and (question.is_number or question.kind == Question.Kind.DATE):
        return {missing_name(question): options[0].missing or Missing.UNCODABLE.value}
    if options:
        # "Do not know" is an answer and no value: the code and the reason stand side by side.
        reason = next((option.missing for option in options if option.missing), None)
        return {**_values(question, options), missing_name(question): reason}
    if any(not answer.missing for answer in answers):
        # The answer is known and is none of the options.
        return _values(question, []) if takes_several(question) else {missing_name(question): Missing.UNCODABLE.value}
    return {missing_name(question): _why_missing(respondent, question, answers, chosen)}


def _own_value(question: Question, answer: Answer) -> Cell:
    """A number or a day that may be shown as it is; nothing for counts of persons."""
    if question.is_number and answer.number is not None:
        whole = answer.number == answer.number.to_integral_value()
        return int(answer.number) if whole else float(answer.number)
    if question.kind == Question.Kind.DATE and answer.date is not None:
        return answer.date.isoformat()
    return None


def _chosen(respondent: Respondent, question: Question, given: dict[int, list[Answer]], named: Named) -> list[Option]:
    options = [answer.option for answer in given.get(question.pk, []) if answer.option is not None]
    by_name = named.get((respondent.name, question.pk))
    return options or ([by_name] if by_name else [])


def _values(question: Question, options: list[Option]) -> dict[str, Cell]:
    """The cells of an answered question. No option of several means that none of them was given: all are false."""
    if takes_several(question):
        codes = {option.code for option in options}
        return {choice_name(question, option): option.code in codes for option in question.options.all()}
    if len(options) > 1:
        raise ValueError(f"{question.code} takes one answer, but {len(options)} are stored for one municipality")
    return {value_name(question): options[0].code}


def _why_missing(
    respondent: Respondent, question: Question, answers: list[Answer], chosen: dict[int, list[Option]]
) -> str:
    """The reason stored with the answer, else what follows from who answered and what was asked."""
    for answer in answers:
        if answer.missing:
            return answer.missing
    if respondent.state == Respondent.State.SILENT:
        return Missing.SILENT.value
    parent = question.depends_on
    if parent is not None:
        options = chosen.get(parent.question_id, [])
        if options and parent.pk not in {option.pk for option in options}:
            return Missing.NOT_ASKED.value
    return Missing.NOT_REPORTED.value
