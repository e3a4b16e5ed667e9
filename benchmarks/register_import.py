"""Bringing 50,000 rows of a sheet into the register. Budget: read, examine and write at most 60 s."""

import io
import os
import random
import tempfile
import time
from typing import Any

ROWS = 50_000
SEED = 20261123


def run() -> dict[str, Any]:
    """Fills an empty database with one unit and brings a sheet into it, twice; seconds and rows a second."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BREDVID_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        from bredvid.config.installation import start_django

        start_django()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        return _measured(_unit(), _workbook())


def _unit() -> Any:
    from bredvid.places.models import Organisation
    from bredvid.register.models import Unit

    organisation = Organisation.objects.create(code="jour", name="Jouren")
    return Unit.objects.create(organisation=organisation, provider=1, place=9001)


def _measured(unit: Any, data: bytes) -> dict[str, Any]:
    from bredvid.register.importing.accepting import accept
    from bredvid.register.importing.carrying import packed, unpacked
    from bredvid.register.importing.examining import examine
    from bredvid.register.importing.preparing import propose
    from bredvid.register.models import Contact
    from bredvid.sheets.reading import read_sheet

    measured: dict[str, Any] = {"rows": ROWS, "megabytes of .xlsx": round(len(data) / 1e6, 1)}
    clock = _Clock()
    proposal = propose(read_sheet(name="statistik.xlsx", data=data))
    table, mapping = proposal.table, proposal.guess.sure()
    measured["s to read"] = clock.lap()
    line = packed(unit, table.sheet)
    unpacked(unit, line)
    measured["s to travel with a page"] = clock.lap()
    measured["megabytes on the page"] = round(len(line) / 1e6, 2)
    found = examine(unit, table, mapping)
    measured["s to examine"] = clock.lap()
    accept(unit=unit, table=table, mapping=mapping, by=None)
    measured["s to examine anew and write"] = clock.lap()
    measured["s in all (budget 60)"] = clock.total()
    measured["s of the processor in all"] = clock.worked()
    measured["share of the budget"] = round(clock.total() / 60, 2)
    measured["rows a second"] = round(ROWS / clock.total())
    if (found.rows, found.problem_count, Contact.objects.count()) != (ROWS, 0, ROWS):
        raise ValueError(f"{found.figures()}; {Contact.objects.count()} contacts")
    clock = _Clock()
    if accept(unit=unit, table=table, mapping=mapping, by=None)[1] is not None:
        raise ValueError("brought in twice is not brought in once")
    measured["s for the same again"] = clock.total()
    return measured


def _workbook() -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]  # it says nothing of its types

    chance = random.Random(SEED)  # noqa: S311 (a benchmark's data)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet("Statistik")
    sheet.write_row(0, 0, ["Datum", "Kanal", "Vem", "Form", "Ålder", "Stöd", "Behov som inte möttes", "Varför inte"])
    for row in range(1, ROWS + 1):
        need = chance.choice(["Nej, inget", "Bostad", "Vet ej"])
        sheet.write_row(row, 0, [
            f"{chance.randint(2016, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            chance.choice(["Telefon", "chatt", "mejl", "Möte"]),
            chance.choice(["Hon själv", "anhörig", "Yrkesverksam"]),
            chance.choice(["Sugardejting", "OnlyFans; nakenbilder", "P1", "vet ej"]), str(chance.randint(14, 60)),
            ", ".join(chance.sample(["Stödsamtal", "Bostad", "Krisstöd", "Säkerhetsplan"], 2)),
            need, "Fullt" if need == "Bostad" else "",
        ])  # fmt: skip
    book.close()
    return out.getvalue()


class _Clock:
    """Seconds as they pass, and seconds of this process alone: on a busy machine the two differ."""

    def __init__(self) -> None:
        self._began = self._last = time.perf_counter()
        self._worked = time.process_time()

    def lap(self) -> float:
        """Seconds since the last lap."""
        now = time.perf_counter()
        self._last, before = now, self._last
        return round(now - before, 1)

    def total(self) -> float:
        """Seconds since the beginning."""
        return round(time.perf_counter() - self._began, 1)

    def worked(self) -> float:
        """Seconds of this process since the beginning."""
        return round(time.process_time() - self._worked, 1)
