"""One figure for somebody else's page: drawn, with its base and its source. The only pages that may be framed."""

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from bredvid.report.addresses import question_url
from bredvid.report.citations import source_note
from bredvid.report.current import round_or_404
from bredvid.report.drawings import drawing_for
from bredvid.report.embedding import COLUMNS
from bredvid.report.language import reader_language
from bredvid.report.views.questions import question_or_404
from bredvid.review.reads import result_of


# The decorator's type knows of views without arguments only.
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"], "script-src": ["'none'"], "form-action": ["'none'"]})  # type: ignore[arg-type]
def embedded(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """A question's drawing alone. Raises Http404 for a draft, whoever asks: nobody may show one to others."""
    round_ = round_or_404(code)
    if round_.draft:
        raise Http404(f"round {code} is a draft")
    asked = question_or_404(round_, question)
    result = result_of(round_, asked)
    drawing = drawing_for(result, reader_language(), columns=COLUMNS)
    context = {
        "round": round_,
        "text": asked.label("text"),
        "drawing": drawing,
        "source": source_note(round_, result),
        "question_url": question_url(round_, asked),
    }
    return render(request, "report/embedded.html", context)
