"""Questionnaires: every version as the municipality sees it, out and in as XLSForm."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.accounts.activity import record
from bredvid.accounts.uploads import upload
from bredvid.review.answering.parts import parts_of
from bredvid.review.answering.standing import unanswered
from bredvid.review.desk.differences import differences
from bredvid.review.documents import DocumentError
from bredvid.review.forms import row_of
from bredvid.review.models import Case, Fieldwork, Questionnaire
from bredvid.review.xlsform import Imported, XlsformError, export, read
from bredvid.review.xlsform.storing import store
from bredvid.review.xlsform.workbook import FILE_BYTES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Action.ROUND_READ)
def questionnaires(request: HttpRequest) -> HttpResponse:
    """Every questionnaire and version, newest first."""
    rows = Questionnaire.objects.prefetch_related("fieldworks", "rounds").order_by("code", "-version")
    context = {"questionnaires": rows, "may_import": allows(request.user, Action.QUESTIONNAIRE_IMPORT)}
    return render(request, "review/desk/questionnaires.html", context)


@requires(Action.ROUND_READ)
def questionnaire(request: HttpRequest, code: str, version: int) -> HttpResponse:
    """One version as the municipality sees it, and what is new in it."""
    found = get_object_or_404(Questionnaire, code=code, version=version)
    standing = unanswered(Case(fieldwork=Fieldwork(questionnaire=found)))
    former = Questionnaire.objects.filter(code=code, version__lt=version).order_by("-version").first()
    context = {
        "questionnaire": found,
        "sections": [(section, parts_of(standing, section)) for section in standing.sections],
        "former": former,
        "differences": differences(row_of(former), row_of(found), get_language() or "sv") if former else [],
        "rounds": found.fieldworks.all(),
    }
    return render(request, "review/desk/questionnaire.html", context)


@requires(Action.ROUND_READ)
def questionnaire_file(request: HttpRequest, code: str, version: int) -> HttpResponse:
    """One version as an XLSForm."""
    found = get_object_or_404(Questionnaire, code=code, version=version)
    answer = HttpResponse(export(row_of(found)), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{code}-{version}.xlsx"'
    return answer


def _too_large(request: HttpRequest) -> HttpResponse:
    fault = gettext("The file is larger than %(most)d MB. A questionnaire is a small file; is this the right one?")
    return _form(request, 413, problem=fault % {"most": FILE_BYTES >> 20})


@upload(requires(Action.QUESTIONNAIRE_IMPORT), most_bytes=FILE_BYTES, too_large=_too_large)
def new_questionnaire(request: HttpRequest) -> HttpResponse:
    """Takes an XLSForm: everything that is wrong with it at once, or the new version."""
    if request.method != "POST":
        return _form(request)
    sent = request.FILES.get("file")
    if sent is None:
        return _form(request, 422, problem=gettext("Choose a file first."))
    try:
        return _take(request, read(sent.read(FILE_BYTES + 1), str(sent.name)))
    except XlsformError as refused:
        return _form(request, 422, problems=refused.problems)
    except DocumentError as refused:
        return _form(request, 422, problem=str(refused))


def _form(request: HttpRequest, status: int = 200, **context: object) -> HttpResponse:
    return render(request, "review/desk/new_questionnaire.html", context, status=status)


@transaction.atomic
def _take(request: HttpRequest, imported: Imported) -> HttpResponse:
    code, version = imported.questionnaire["code"], imported.questionnaire["version"]
    if store(imported.questionnaire):
        record(staff=staff_of(request), action=Action.QUESTIONNAIRE_IMPORT, subject=f"{code} v{version}")
        messages.success(request, gettext("The questionnaire is in. Read it as the municipalities will see it."))
    else:
        messages.success(request, gettext("That version was here already, word for word. Nothing was changed."))
    for warning in imported.warnings:
        messages.warning(request, str(warning))
    return redirect("desk:questionnaire", code, version)
