"""Importing 100,000 rows of eight answers. Budget: examine and accept at most 60 s; 100,000 bad rows at most 60 s."""

# ruff: noqa: N999 (named after the command that it measures)
import io
import os
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console

ROWS = 100_000
SEED = 20261123


def run() -> dict[str, Any]:
    """Fills an empty database with a round of 100,000 cases and imports spreadsheets into it; seconds and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BREDVID_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bredvid.config.settings.development")
        _prepare()
        fieldwork = _fieldwork()
        return {**_good(fieldwork, Path(folder)), **_bad(fieldwork), "most memory, MB": _megabytes()}


def _prepare() -> None:
    from bredvid.config.installation import start_django
    from bredvid.config.prepare import prepare_installation

    start_django()
    prepare_installation(Console(quiet=True))


def _fieldwork() -> Any:
    from bredvid.places.models import County, MunicipalityGroup
    from bredvid.review.fieldwork.tests import makers
    from bredvid.review.models import Case, Fieldwork

    code, option = "bench", makers.option
    three = (option("ja"), option("nej"), option("vet-ej", missing="dont_know"))
    form = makers.questionnaire(
        makers.question("q1", "single", *three),
        makers.question("q2", "single", *three, required=True),
        makers.question("q3", "multiple", option("polis"), option("jour"), option("skola")),
        makers.question("q4", "ordinal", option("lag"), option("viss"), option("god")),
        makers.question("q5", "count", *makers.BANDS, persons=True),
        makers.question("q6", "integer", option("angivet")),
        makers.question("q7", "date", option("angivet")),
        makers.question("q8", "text"),
        code=code,
    )
    values = {"title_sv": code, "title_en": code, "year": 2031, "state": "open"}
    fieldwork = Fieldwork.objects.create(code=code, questionnaire=form, **values)
    county, group = County.objects.first(), MunicipalityGroup.objects.first()
    Case.objects.bulk_create(
        (
            Case(fieldwork=fieldwork, code=f"{n:06}", name=f"Ort {n}", slug=f"ort-{n}", county=county, group=group,
                 hex_row=0, hex_column=0, alphabetical=n)
            for n in range(ROWS)
        ),
        batch_size=5_000,
    )  # fmt: skip
    return fieldwork


def _good(fieldwork: Any, folder: Path) -> dict[str, Any]:
    from bredvid.review.importing.accepting import accept
    from bredvid.review.importing.batches import hand_in
    from bredvid.review.importing.examining import examine
    from bredvid.review.importing.preparing import propose
    from bredvid.review.models import Entry
    from bredvid.sheets.reading import read_sheet

    data = _workbook()
    measured: dict[str, Any] = {"rows": ROWS, "megabytes of .xlsx": round(len(data) / 1e6, 1)}
    clock = _Clock()
    proposal = propose(fieldwork, read_sheet(name="svar.xlsx", data=data))
    table, mapping = proposal.table, proposal.guess.sure()
    measured["s to read"] = clock.lap()
    found = examine(fieldwork, table, mapping)
    measured["s to examine"] = clock.lap()
    batch = hand_in(fieldwork=fieldwork, name="svar.xlsx", data=data, mapping=mapping, by=None)
    accept(batch=batch, by=None, table=table)
    measured["s to accept"] = clock.lap()
    measured["s in all (budget 60)"] = clock.total()
    measured["s of the processor in all"] = clock.worked()
    written = Entry.objects.filter(batch=batch).count()
    if (found.new, found.problem_count) != (written, 0):
        raise ValueError(f"{found.figures()}; {written} entries")
    measured["answers written"] = written
    clock = _Clock()
    again = examine(fieldwork, table, mapping)
    measured["s to examine the same again"] = clock.lap()
    if again.new or again.changed:
        raise ValueError(f"imported twice is not imported once: {again.figures()}")
    return measured


def _bad(fieldwork: Any) -> dict[str, Any]:
    from bredvid.review.importing.examining import examine
    from bredvid.review.importing.preparing import propose
    from bredvid.review.importing.problems import ErrorList
    from bredvid.sheets.reading import read_sheet

    head = "kod;q1;q2;q3;q4;q5;q6;q7;q8"
    lines = (f"{n:06};kanske {n};ja;polis;lag;{n};{n};2026-11-23;text {n}" for n in range(ROWS))
    data = "\r\n".join([head, *lines]).encode("latin-1")
    clock, out = _Clock(), io.StringIO()
    proposal = propose(fieldwork, read_sheet(name="fel.csv", data=data))
    found = examine(fieldwork, proposal.table, proposal.guess.sure(), on_problem=ErrorList(out).add)
    if found.problem_count != ROWS or out.getvalue().count("\r\n") != ROWS + 1 or len(found.problems) > 1_000:
        raise ValueError(f"{found.figures()}")
    return {
        "s for 100,000 bad rows, each with its message (budget 60)": clock.total(),
        "s of the processor for them": clock.worked(),
    }


def _workbook() -> bytes:
    import random

    import xlsxwriter  # type: ignore[import-untyped]  # it says nothing of its types

    chance = random.Random(SEED)  # noqa: S311 (a benchmark's data)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet("Svar 2031")
    sheet.write_row(0, 0, ["kod", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"])
    for n in range(ROWS):
        several = ";".join(code for code in ("polis", "jour", "skola") if chance.random() < 0.5)
        row: list[Any] = [chance.choice(["Ja", "Nej", "Vet ej"]), chance.choice(["ja", "nej"]), several]
        row += [chance.choice(["lag", "viss", "god"]), chance.randrange(400), chance.randrange(100_000)]
        sheet.write_row(n + 1, 0, [f"{n:06}", *row, "2026-11-23", f"Så här gör vi i ort {n}."])
    book.close()
    return out.getvalue()


class _Clock:
    """Seconds as they pass, and seconds of this process alone: on a busy machine the two differ."""

    def __init__(self) -> None:
        self._began = self._last = time.perf_counter()
        self._worked = time.process_time()

    def lap(self) -> float:
        now = time.perf_counter()
        self._last, before = now, self._last
        return round(now - before, 1)

    def total(self) -> float:
        return round(time.perf_counter() - self._began, 1)

    def worked(self) -> float:
        return round(time.process_time() - self._worked, 1)


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
