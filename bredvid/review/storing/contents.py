"""Stores what a round's source says: its respondents, figures, names, quotes and claims."""

from collections.abc import Mapping

from bredvid.places.models import Municipality
from bredvid.places.reads import municipalities
from bredvid.review.documents import DocumentError, Row
from bredvid.review.loading import RoundDocument
from bredvid.review.models import Claim, Mention, Option, PublishedFigure, Question, Quote, Respondent, Round
from bredvid.review.placing import copied
from bredvid.review.storing.questionnaires import option_at, options_of
from bredvid.review.storing.synchronising import synchronise


def store_contents(round_: Round, document: RoundDocument) -> int:
    """Figures, names, quotes and claims, as the files say. Raises DocumentError."""
    options = options_of(round_.questionnaire)
    questions = {question.code: question for question in round_questions(round_)}
    return (
        _store_figures(round_, document, options)
        + _store_mentions(round_, document)
        + _store_quotes(round_, document, questions)
        + synchronise(
            Claim.objects.filter(round=round_), ("code",), [{**row, "round_id": round_.pk} for row in document.claims]
        )
    )


def round_questions(round_: Round) -> list[Question]:
    """The questions of a round's questionnaire."""
    return list(Question.objects.filter(section__questionnaire=round_.questionnaire_id))


def _store_figures(round_: Round, document: RoundDocument, options: Mapping[str, Option]) -> int:
    where = f"{document.code}/figures.toml"
    rows = []
    for row in document.figures:
        option = option_at(options, row["key"], where)
        among = option_at(options, row["among"], f"{where} {row['key']} among") if row["among"] else None
        kept = {name: row[name] for name in ("unit", "count", "words_sv", "words_en", "lines")}
        rows.append(
            {
                **kept,
                "round_id": round_.pk,
                "question_id": option.question_id,
                "option_id": option.pk,
                "among_id": among.pk if among else None,
            }
        )
    return synchronise(PublishedFigure.objects.filter(round=round_), ("option_id", "among_id"), rows)


def _store_mentions(round_: Round, document: RoundDocument) -> int:
    respondents = {respondent.name: respondent.pk for respondent in round_.respondents.all()}
    rows = []
    for row in document.names:
        if row["municipality"] not in respondents:
            raise DocumentError(f"{document.code}/names.toml: {row['municipality']!r} is no municipality in this round")
        kept = {name: row[name] for name in ("kind", "text_sv", "text_en", "lines")}
        rows.append({**kept, "round_id": round_.pk, "respondent_id": respondents[row["municipality"]]})
    return synchronise(Mention.objects.filter(round=round_), ("respondent_id", "kind"), rows)


def _store_quotes(round_: Round, document: RoundDocument, questions: Mapping[str, Question]) -> int:
    rows = []
    for row in document.quotes:
        code = row["question"]
        if code is not None and code not in questions:
            raise DocumentError(f"{document.code}/quotes.toml: there is no question {code!r}")
        kept = {name: row[name] for name in ("order", "text_sv", "text_en", "lines")}
        rows.append({**kept, "round_id": round_.pk, "question_id": questions[code].pk if code else None})
    return synchronise(Quote.objects.filter(round=round_), ("order",), rows)


def store_respondents(round_: Round, document: RoundDocument) -> int:
    """Every municipality becomes a respondent. Raises DocumentError where they are not the ones that were asked."""
    everybody = list(municipalities())
    if len(everybody) != round_.frame_size:
        raise DocumentError(
            f"{document.code}/round.toml: {round_.frame_size} municipalities were asked, {len(everybody)} are known; "
            "load them first: bredvid places load"
        )
    answered = {row["municipality"] for row in document.names if row["kind"] == Mention.Kind.ANSWERED}
    rows = [_respondent(round_, municipality, municipality.name in answered) for municipality in everybody]
    return synchronise(Respondent.objects.filter(round=round_), ("code",), rows)


def _respondent(round_: Round, municipality: Municipality, answered: bool) -> Row:
    """In an aggregate-only round nobody but the named is known to have answered, or not to have."""
    return {
        **copied(municipality),
        "round_id": round_.pk,
        "municipality_id": municipality.pk,
        "state": Respondent.State.ANSWERED if answered else Respondent.State.NOT_REPORTED,
    }
