"""The codebook in public: what is counted, what each code means, and what is never collected."""

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from bredvid.register.codebook import Variable, current
from bredvid.register.codebook.never import never_collected
from bredvid.register.codebook.since import since

_COLUMNS = (*("variable", "code", "number", "sv", "plain_sv", "en", "group", "lines", "htcds", "gbvims", "valid_from"),)


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Every variable about contacts, support and follow-up, with its codes."""
    language = get_language() or "sv"
    about_her = [_shown(each, language) for each in current().variables if each.is_coded and each.code[0] in "VU"]
    never = [{"what": each.label(language), "why": each.why(language)} for each in never_collected()]
    return render(request, "register/codebook.html", {"book": current(), "variables": about_her, "never": never})


@require_GET
def file(request: HttpRequest) -> HttpResponse:
    """The whole codebook as CSV, a line for each code, both languages."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for variable in current().variables:
        writer.writerows(_rows(variable))
    answer = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="kodbok-{current().version}.csv"'
    return answer


def _rows(variable: Variable) -> list[list[str]]:
    """The variable itself, then its codes."""
    words = [variable.sv, variable.plain, variable.en, "", variable.lines, variable.htcds, variable.gbvims]
    rows = [[variable.code, "", "", *words, since(variable.code)]]
    for code in variable.codes:
        group = next((each.code for each in variable.groups if code.code in each.codes), "")
        words = [code.sv, code.plain, code.en, group, code.lines or variable.lines, code.htcds, code.gbvims]
        rows.append([variable.code, code.code, str(code.number), *words, since(f"{variable.code}:{code.code}")])
    return rows


def _shown(variable: Variable, language: str) -> dict[str, Any]:
    """A variable as the page shows it, its codes in their groups."""
    grouped = {code for group in variable.groups for code in group.codes}
    groups = [
        {"label": group.label(language), "codes": [_code(variable, code, language) for code in group.codes]}
        for group in variable.groups
    ]
    alone = [_code(variable, code.code, language) for code in variable.codes if code.code not in grouped]
    return {
        "code": variable.code,
        "label": variable.label(language),
        "about": variable.plain if language == "sv" else variable.asks_en,
        "lines": variable.lines,
        "multiple": variable.is_multiple,
        "groups": [*groups, {"label": "", "codes": alone}],
    }


def _code(variable: Variable, name: str, language: str) -> dict[str, str]:
    code = variable.by_code[name]
    return {"code": code.code, "label": code.label(language), "about": code.plain if language == "sv" else ""}
