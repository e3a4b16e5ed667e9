"""Files of a round: open data, the report as PDF, and each figure as a drawing, a table or values."""

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bredvid.report.addresses import crumbs_of
from bredvid.report.blocks.tree import Report
from bredvid.report.citations import source_note
from bredvid.report.claims.report import compose_report
from bredvid.report.current import round_or_404
from bredvid.report.data.files import DataFile, figure_csv, figure_json, files_for
from bredvid.report.drawings import drawing_for
from bredvid.report.drawings.standalone import standalone
from bredvid.report.language import reader_language
from bredvid.report.pdf.build import render_pdf
from bredvid.report.sizes import file_size
from bredvid.report.views.questions import question_or_404
from bredvid.review.models import Round
from bredvid.review.reads import Result, result_of


def data(request: HttpRequest, code: str) -> HttpResponse:
    """What can be downloaded of a round, with what each file holds."""
    round_ = round_or_404(code)
    files = [_listed(code, file) for file in files_for(round_)]
    return render(request, "report/data.html", {"round": round_, "crumbs": crumbs_of(round_), "files": files})


def data_file(_request: HttpRequest, code: str, file: str) -> HttpResponse:
    """One file of a round's open data."""
    found = next((each for each in files_for(round_or_404(code)) if each.name == file), None)
    if found is None:
        raise Http404(f"round {code} has no file {file}")
    return _attachment(found.content, found.media_type, found.name)


def question_file(_request: HttpRequest, code: str, question: str, file: str) -> HttpResponse:
    """One question's figures as SVG, CSV or JSON."""
    round_ = round_or_404(code)
    asked = question_or_404(round_, question)
    result = result_of(round_, asked)
    kinds = {
        f"{question}.svg": ("image/svg+xml", lambda: _sheet(round_, result)),
        f"{question}.csv": ("text/csv; charset=utf-8", lambda: figure_csv(result)),
        f"{question}.json": ("application/json", lambda: figure_json(result)),
    }
    if file not in kinds:
        raise Http404(f"question {question} has no file {file}")
    media_type, make = kinds[file]
    return _attachment(make(), media_type, f"bredvid-{code}-{file}")


def pdf(_request: HttpRequest, code: str) -> HttpResponse:
    """The whole report as an accessible PDF, in the reader's language."""
    round_ = round_or_404(code)
    language = reader_language()
    name = f"{'DEMO-' if round_.demonstration else ''}bredvid-{code}-{language}.pdf"
    return _attachment(_rendered(compose_report(round_, language)), "application/pdf", name)


# Remembered by value: a report with another word in it is another key.
@lru_cache(maxsize=4)
def _rendered(report: Report) -> bytes:
    return render_pdf(report)


def _sheet(round_: Round, result: Result) -> bytes:
    drawing = drawing_for(result, reader_language())
    return standalone(drawing, source=source_note(round_, result))


def _listed(code: str, file: DataFile) -> dict[str, str]:
    return {
        "name": file.name,
        "url": reverse("report:data-file", args=[code, file.name]),
        "description": file.description,
        "size": file_size(file.size, reader_language()),
    }


def _attachment(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
