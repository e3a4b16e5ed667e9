"""One number for all that a round's analysis says, so that two builds can be compared."""

import hashlib
import json

from bredvid.review.models import Answer, Round


def digest_of(round_: Round) -> str:
    """SHA-256 of the round's respondents and answers in canonical form: equal data give an equal digest anywhere.

    Ids of the database and the order of rows leave no mark.
    """
    hasher = hashlib.sha256()
    respondents = round_.respondents.order_by().values_list("code", "state", "outcome", "wave", "county__code")
    answers = Answer.objects.filter(respondent__round=round_).values_list(
        "respondent__code", "question__code", "option__code", "number", "date", "missing"
    )
    lines = sorted(_line("respondent", row) for row in respondents.iterator(chunk_size=5_000))
    lines += sorted(_line("answer", row) for row in answers.iterator(chunk_size=10_000))
    for line in lines:
        hasher.update(line.encode())
    return hasher.hexdigest()


def _line(kind: str, row: tuple[object, ...]) -> str:
    return json.dumps([kind, *(None if cell is None else str(cell) for cell in row)], ensure_ascii=False) + "\n"
