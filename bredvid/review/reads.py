"""What can be seen of a round: its questions, its respondents, and its answers as figures with their base."""

from collections.abc import Iterable
from typing import Literal

from django.db.models import Count, Max, QuerySet

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.review import counted, published
from bredvid.review.keys import FigureNotFound, Key, parse_key
from bredvid.review.models import Answer, Mention, Option, Question, Quote, Respondent, Round
from bredvid.review.results import NoRows, Result

__all__ = [
    "FigureNotFound",
    "NoRows",
    "Result",
    "breakdown",
    "change_mark",
    "demonstration_rounds",
    "figure_by_key",
    "mentions_of",
    "published_rounds",
    "questions_of",
    "quotes_of",
    "respondents_of",
    "result_of",
    "results_of",
    "round_by_code",
    "subgroups_of",
]


def published_rounds() -> "QuerySet[Round]":
    """Real rounds, newest first. A demonstration or a draft is never among them."""
    return _rounds().filter(demonstration=False, draft=False)


def demonstration_rounds() -> "QuerySet[Round]":
    """Rounds whose respondents and answers are invented; drafts of such are not among them."""
    return _rounds().filter(demonstration=True, draft=False)


def round_by_code(code: str) -> Round:
    """The round of that code, a demonstration too. Raises Round.DoesNotExist."""
    return _rounds().get(code=code)


def questions_of(round_: Round) -> "QuerySet[Question]":
    """All questions of the round in order, those without options too, each with section and what it hangs on."""
    questions = Question.objects.filter(section__questionnaire=round_.questionnaire_id)
    return questions.select_related("section", "depends_on__question").prefetch_related("options")


def respondents_of(round_: Round) -> "QuerySet[Respondent]":
    """The whole frame in alphabetical order, whoever answered: always `frame_size` rows."""
    return round_.respondents.select_related("county", "group", "municipality")


def change_mark(round_: Round) -> tuple[int, int, int, int]:
    """Changes when the round is published anew, and when an answer or a published figure comes, goes or is another.

    A changed answer is a new row, so the highest id tells of it where the number of rows does not.
    """
    answers = Answer.objects.filter(respondent__round=round_).aggregate(rows=Count("pk"), newest=Max("pk"))
    return round_.edition, answers["rows"], answers["newest"] or 0, round_.published.count()


def mentions_of(round_: Round) -> "QuerySet[Mention]":
    """What the source says of municipalities by name."""
    return round_.mentions.select_related("respondent__municipality")


def quotes_of(round_: Round) -> "QuerySet[Quote]":
    """The municipalities' own words, in the source's order."""
    return round_.quotes.select_related("question")


def result_of(
    round_: Round, question: Question, *, group: str = "", county: str = "", among: Option | None = None
) -> Result:
    """The result of one question: as the source published it, or counted from the answers of those let through.

    `group` and `county` are codes; `among` keeps those who gave that answer to another question.
    Raises NoRows for group or county in an aggregate-only round.
    """
    return _results(round_, [question], group=group, county=county, among=among)[0]


def results_of(round_: Round) -> list[Result]:
    """The results of all questions that have answers to choose from, in order."""
    return _results(round_, [question for question in questions_of(round_) if question.options.all()])


def subgroups_of(round_: Round, question: Question) -> list[Result]:
    """The results of a question among those who gave one answer to another, where a source prints such."""
    among = Option.objects.filter(pk__in=published.subgroups(round_, question)).select_related("question")
    return [result_of(round_, question, among=option) for option in among]


def breakdown(round_: Round, question: Question, by: Literal["group", "county"]) -> list[tuple[str, Result]]:
    """The result in each group or county of the frame, with its name, also where nobody answered.

    Raises NoRows for an aggregate-only round.
    """
    _require_rows(round_)
    return counted.breakdown(round_, question, by)


def figure_by_key(key: str) -> Figure | VerbalFigure:
    """The figure that a key names: ``2025.q2.nej``, ``demo.q2.nej.group-A1``, ``2025.b1.enhetschef.q4-lag``.

    Raises FigureNotFound, a LookupError, with what was looked for and what there is.
    """
    wanted = parse_key(key)
    round_ = _rounds().filter(code=wanted.round).first()
    if round_ is None:
        raise FigureNotFound(f"{key}: there is no round {wanted.round!r}; there are {_list(_rounds(), 'code')}")
    question = questions_of(round_).filter(code=wanted.question).first()
    if question is None:
        raise FigureNotFound(f"{key}: round {round_.code} has no question {wanted.question!r}")
    result = _result_for(round_, question, wanted)
    for figure in result.figures:
        if figure.option == wanted.option:
            return figure
    known = ", ".join(figure.option for figure in result.figures) or "none"
    raise FigureNotFound(f"{key}: the round reports no answer {wanted.option!r} to {question.code}; it reports {known}")


def _result_for(round_: Round, question: Question, key: Key) -> Result:
    filters = dict(key.filters)
    group, county = filters.pop("group", ""), filters.pop("county", "")
    among = None
    for other, answer in filters.items():
        options = Option.objects.filter(question__section__questionnaire=round_.questionnaire_id)
        among = options.select_related("question").filter(question__code=other, code=answer).first()
        if among is None:
            raise FigureNotFound(f"{key.text}: round {round_.code} has no answer {other}.{answer}")
    try:
        return result_of(round_, question, group=group, county=county, among=among)
    except NoRows as error:
        raise FigureNotFound(f"{key.text}: {error}") from None


def _results(
    round_: Round, questions: list[Question], *, group: str = "", county: str = "", among: Option | None = None
) -> list[Result]:
    if not round_.aggregate_only:
        return counted.results(round_, questions, group=group, county=county, among=among)
    if group or county:
        _require_rows(round_)
    return published.results(round_, questions, among=among)


def _require_rows(round_: Round) -> None:
    if round_.aggregate_only:
        raise NoRows(
            f"round {round_.code} is published as totals only: there are no answers by group, county or municipality"
        )


def _rounds() -> "QuerySet[Round]":
    return Round.objects.select_related("questionnaire", "based_on")


def _list(rows: Iterable[object], field: str) -> str:
    return ", ".join(str(getattr(row, field)) for row in rows) or "none"
