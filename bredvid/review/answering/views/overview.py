"""All answers on one page, and what is lacking."""

from django.http import HttpResponse

from bredvid.review.answering.access import Visit, behind_link
from bredvid.review.answering.pages import page
from bredvid.review.answering.standing import Lack, Standing, standing_of
from bredvid.review.answering.words import words_of
from bredvid.review.models import Question, Submission


@behind_link("GET")
def overview(visit: Visit) -> HttpResponse:
    """Every question that is put, its answer, and the way to it."""
    return show_overview(visit)


def show_overview(visit: Visit, status: int = 200, **values: object) -> HttpResponse:
    """The overview, perhaps with a word on why one is here again."""
    standing = standing_of(visit.case)
    sections = [(part, [_row(standing, question) for question in part.questions]) for part in standing.parts]
    latest = Submission.objects.filter(case=visit.case).order_by("-number").first()
    lacking = next(iter(standing.lacking), "")
    return page(
        visit, "overview", status, standing=standing, sections=sections, latest=latest,
        first_lacking=_address(visit, standing, lacking) if lacking else "", **values,
    )  # fmt: skip


def _address(visit: Visit, standing: Standing, code: str) -> str:
    return f"{visit.url('section', standing.form.by_code[code].section)}#q-{code}"


def _row(standing: Standing, question: Question) -> dict[str, object]:
    code = question.code
    entry = standing.entries.get(code)
    lack = standing.lacking.get(code)
    return {
        "question": question,
        "number": standing.form.by_code[code].number,
        "answer": words_of(question, entry),
        "why": entry.why if entry else "",
        "needs_answer": lack == Lack.ANSWER,
        "needs_why": lack == Lack.WHY,
        "needs_change": lack == Lack.RULE,
    }
