"""What can be compared between rounds: all questions by grade, and each through the rounds."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from bredvid.report.addresses import question_url
from bredvid.report.grades import grade_of, grades, reason_alone, reasons_of
from bredvid.report.trend_pictures import pictures_of
from bredvid.review.passages import Link
from bredvid.review.trends import Asked, Run, Series, Step, Thread, series_of, thread_of, threads

ALONE = "-"


def trends(request: HttpRequest) -> HttpResponse:
    """All questions by how well the newest form's can be compared with the one before."""
    found = threads()
    kinds = [_kind(grade.code, grade.name, grade.meaning, found) for grade in grades() if grade.code != ALONE]
    context = {
        "crumbs": [(gettext("Start"), reverse("report:start"))],
        "kinds": [kind for kind in kinds if kind["items"]],
        "came": [_item(thread) for thread in found if thread.grade == ALONE and not thread.ended],
        "went": [_item(thread) for thread in found if thread.grade == ALONE and thread.ended],
        "only_one": _rounds(found) < 2,
        "compares": any(thread.links for thread in found),
    }
    return render(request, "report/trends.html", context)


def trend(request: HttpRequest, question: str) -> HttpResponse:
    """One question through the rounds."""
    thread = thread_of(question)
    if thread is None:
        raise Http404(f"no question {question}")
    series = series_of(thread)
    reasons = reasons_of(thread.links[-1]) if thread.links else reason_alone(thread)
    parts = _parts(series, said=reasons)
    passages = [_answers(link) for link in thread.links if link.may_be_joined]
    context = {
        "crumbs": [(gettext("Start"), reverse("report:start")), (gettext("Between rounds"), reverse("report:trends"))],
        "short": thread.newest.label("short"),
        "grade": grade_of(thread.grade),
        "reasons": reasons,
        "forms": [_form(asked) for asked in thread.asked],
        "passages": passages,
        "parts": parts,
        "several": {"parts": len(parts) > 1, "passages": len(passages) > 1},
        "only_one": sum(len(run.rounds) for run in series.runs) < 2,
        "pages": [
            {"code": round_.code, "url": question_url(round_, asked.question)}
            for asked in thread.asked
            for round_ in asked.step.rounds
        ],
    }
    return render(request, "report/trend.html", context)


def _rounds(found: list[Thread]) -> int:
    return len({round_.pk for thread in found for asked in thread.asked for round_ in asked.step.rounds})


def _kind(code: str, name: str, meaning: str, found: list[Thread]) -> dict[str, Any]:
    items = [_item(thread) for thread in found if thread.grade == code]
    return {"code": code, "name": name, "meaning": meaning, "items": items}


def _item(thread: Thread) -> dict[str, Any]:
    reasons = reasons_of(thread.links[-1]) if thread.links else reason_alone(thread)
    url = reverse("report:trend", args=[thread.code])
    return {"short": thread.newest.label("short"), "url": url, "reasons": reasons}


def _form(asked: Asked) -> dict[str, Any]:
    return {
        "when": _when(asked.step),
        "text": asked.question.label("text"),
        "hint": asked.question.label("hint"),
        "reconstructed": asked.step.form.reconstructed,
    }


def _when(step: Step) -> str:
    """The rounds that used the form; one that none has used yet is the next."""
    return ", ".join(round_.code for round_ in step.rounds) or gettext("The next review")


def _answers(link: Link) -> dict[str, Any]:
    newer = {option.code: option.label("label") for option in link.new.options.all()}
    rows = [
        {"old": option.label("label"), "new": " + ".join(newer[code] for code in link.options.get(option.code, ()))}
        for option in link.old.options.all()
    ]
    reached = {code for codes in link.options.values() for code in codes}
    return {"rows": rows, "added": [label for code, label in newer.items() if code not in reached]}


def _parts(series: Series, *, said: list[str]) -> list[dict[str, Any]]:
    """The runs, oldest first; each but the first says why it does not stand on the same line as the one before.

    What is `said` at the top of the page is not said again.
    """
    before: list[Link | None] = [None, *series.between]
    return [_part(run, link, said) for run, link in zip(series.runs, before, strict=False)]


def _part(run: Run, before: Link | None, said: list[str]) -> dict[str, Any]:
    pictures = pictures_of(run)
    broken = [link for link in run.links if link.grade == "B"]
    return {
        "rounds": [round_.code for round_ in run.rounds],
        "apart": before is not None,
        "why_apart": [reason for reason in (reasons_of(before) if before else []) if reason not in said],
        "broken": bool(broken),
        "why_broken": [reason for link in broken for reason in reasons_of(link) if reason not in said],
        "pictures": [picture for picture in pictures if picture.svg],
        "rows": pictures,
    }
