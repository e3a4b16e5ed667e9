"""Every public page by name and address: what the static site writes, and what the tests walk through."""

from collections.abc import Iterator

from django.urls import reverse

from bredvid.report.context import audiences
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import chapters_of
from bredvid.report.mappable import mappable_questions
from bredvid.review.models import Round
from bredvid.review.reads import demonstration_rounds, published_rounds, respondents_of, results_of
from bredvid.review.trends import threads


def all_pages(round_: Round | None = None) -> list[tuple[str, str]]:
    """(name, address) of each page in the active language: the site's own and those of `round_`, or of all rounds."""
    rounds = [round_] if round_ else [*published_rounds(), *demonstration_rounds()]
    return [*_own_pages(), *(page for each in rounds for page in round_pages(each))]


def round_pages(round_: Round) -> Iterator[tuple[str, str]]:
    """The pages of one round."""
    code = round_.code
    for name in ("round", "questions", "municipalities", "map", "method", "data"):
        yield f"{code}-{name}", reverse(f"report:{name}", args=[code])
    if not round_.aggregate_only:
        yield f"{code}-response", reverse("report:response", args=[code])
    for source in chapters_of(code, reader_language()):
        yield f"{code}-chapter-{source.slug}", reverse("report:chapter", args=[code, source.slug])
    for result in results_of(round_):
        if result.figures:
            asked = result.question.code
            yield f"{code}-question-{asked}", reverse("report:question", args=[code, asked])
    for question in mappable_questions(round_):
        yield f"{code}-map-{question.code}", reverse("report:question-map", args=[code, question.code])
    for respondent in respondents_of(round_):
        address = reverse("report:municipality", args=[code, respondent.slug])
        yield f"{code}-municipality-{respondent.slug}", address


def _own_pages() -> Iterator[tuple[str, str]]:
    for name in ("start", "words", "recommendations", "about", "trends"):
        yield name, reverse(f"report:{name}")
    for thread in threads():
        yield f"trend-{thread.code}", reverse("report:trend", args=[thread.code])
    for audience, _ in audiences():
        yield f"for-{audience}", reverse("report:audience", args=[audience])
    yield "help", reverse("door:help")
