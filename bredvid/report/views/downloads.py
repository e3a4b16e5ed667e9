"""Files of a round: open data, the report as PDF, and each figure as a drawing, a table or values."""

from collections.abc import Callable
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bredvid.report.addresses import crumbs_of
from bredvid.report.blocks.tree import Report
from bredvid.report.citations import source_note
from bredvid.report.claims.report import compose_report
from bredvid.report.current import round_or_404
from bredvid.report.data.files import (
    DataFile,
    NoSuchFile,
    figure_csv,
    figure_json,
    figure_name,
    file_for,
    files_for,
    site_catalogue,
)
from bredvid.report.drawings import drawing_for
from bredvid.report.drawings.standalone import standalone
from bredvid.report.language import reader_language
from bredvid.report.pdf.build import render_pdf
from bredvid.report.sizes import file_size
from bredvid.report.views.questions import question_or_404
from bredvid.review.models import Round
from bredvid.review.reads import Result, change_mark, result_of, round_by_code


def data(request: HttpRequest, code: str) -> HttpResponse:
    """What can be downloaded of a round, with what each file holds."""
    round_ = round_or_404(code)
    files = [_listed(code, file) for file in _known_files(code, change_mark(round_))]
    return render(request, "report/data.html", {"round": round_, "crumbs": crumbs_of(round_), "files": files})


def data_file(_request: HttpRequest, code: str, file: str) -> HttpResponse:
    """One file of a round's open data."""
    try:
        found = file_for(round_or_404(code), file)
    except NoSuchFile as missing:
        raise Http404(str(missing)) from missing
    return _attachment(found.content, found.content_type, found.name)


def catalogue(_request: HttpRequest) -> HttpResponse:
    """The catalogue of all real rounds, for the data portal to read. Not an attachment: a program asks for it."""
    return HttpResponse(site_catalogue(), content_type="application/rdf+xml; charset=utf-8")


def question_file(_request: HttpRequest, code: str, question: str, file: str) -> HttpResponse:
    """One question's figures as SVG, CSV or JSON."""
    round_ = round_or_404(code)
    result = result_of(round_, question_or_404(round_, question))
    kinds: dict[str, tuple[str, Callable[[], bytes]]] = {
        "svg": ("image/svg+xml", lambda: _sheet(round_, result)),
        "csv": ("text/csv; charset=utf-8", lambda: figure_csv(result)),
        "json": ("application/json", lambda: figure_json(result)),
    }
    stem, _, ending = file.partition(".")
    if stem != question or ending not in kinds:
        raise Http404(f"question {question} has no file {file}")
    media_type, make = kinds[ending]
    return _attachment(make(), media_type, figure_name(result, ending))


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


# What the page says of each file. Remembered until an answer has changed; the files themselves never are.
@lru_cache(maxsize=8)
def _known_files(code: str, _mark: tuple[int, ...]) -> tuple[DataFile, ...]:
    return files_for(round_by_code(code))


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
