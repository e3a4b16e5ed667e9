"""The page of figures against how many contacts there are. Budget: at most 300 ms with 2 million, on either database.

Contacts are made up as the demonstration's are, and multiplied by the database itself. They lie in 170 organisations
over three years, or all in one over ten. The page is asked for by the organisation that has the most:

- warm: every sum is kept;
- changed: somebody has just counted a contact in a support period and corrected another (what a working day has);
- emptied: the month's and the year's sums have to be counted anew (an import, a withdrawal, nightly tidying);
- first: nothing is counted. The page then answers in parts; longest is the slowest of them, first is all together.

deed is what it costs to count the contact itself. Runs on SQLite, and on the PostgreSQL of DATABASE_URL when that is
set (its tables are emptied). `python -m benchmarks.register 10000000` goes on to ten million.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

BUDGET_MS, BUDGET_AT = 300, 2_000_000
SIZES = (10_000, 100_000, 1_000_000, 2_000_000)
SEED = 20261123
# Layouts: how many organisations, over how many months.
LAYOUTS = {"170 organisations, 3 years": (170, 36), "one organisation, 10 years": (1, 120)}
KINDS = ("warm", "deed", "changed", "emptied", "longest", "first")
PAGE = "/personal/register/siffror/"
# What a working day meets, and so the budget is for.
DAILY = ("warm", "changed")
REPEATS = 5
# As in production; tests wait for as long as it takes.
PATIENCE_S = 1.5


def run(sizes: Sequence[int] = SIZES) -> dict[str, Any]:
    """Milliseconds by database, layout, size and state of the sums; and whether the budget is kept."""
    found: dict[str, Any] = {}
    for database, address in _databases():
        for name in LAYOUTS:
            for line in _in_a_process_of_its_own(name, address, sizes):
                size, *measured = line.split()
                found[f"{database}, {name}, {int(size):,}, ms"] = dict(zip(KINDS, map(float, measured), strict=True))
    budget = [ms for what, ms in found.items() if f"{BUDGET_AT:,}" in what]
    worst = max((ms[kind] for ms in budget for kind in DAILY), default=float("nan"))
    return {**found, f"slowest with {BUDGET_AT:,} ({' or '.join(DAILY)}), ms": worst, "budget, ms": BUDGET_MS}


def _databases() -> list[tuple[str, str]]:
    given = os.environ.get("DATABASE_URL", "")
    return [("SQLite", ""), *([("PostgreSQL", given)] if given.startswith("postgres") else [])]


def _in_a_process_of_its_own(layout: str, address: str, sizes: Sequence[int]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        environment |= {"BREDVID_DATA": folder, "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test"}
        environment |= {"DATABASE_URL": address or f"sqlite:///{folder}/register.sqlite3"}
        words = [sys.executable, "-m", "benchmarks.register", "--measure", layout, *map(str, sizes)]
        done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 (words of ours)
        return done.stdout.strip().splitlines()


def measure(layout: str, sizes: Sequence[int]) -> Iterator[str]:
    """A line for each size: how many contacts, and the milliseconds of each kind."""
    from django.conf import settings
    from django.core.management import call_command

    from bredvid.config.installation import start_django

    start_django()
    settings.REGISTER_PATIENCE_S = PATIENCE_S
    call_command("migrate", verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    units, months = LAYOUTS[layout]
    client, unit = _filled(units, months, sizes[0])
    for size in sizes:
        grown, found = _grow(size), _measured(client, unit)
        yield f"{grown} {' '.join(f'{found[kind]:.1f}' for kind in KINDS)}"


def _filled(units: int, months: int, size: int) -> tuple[Any, Any]:
    """The first contacts, and a browser of the organisation that has the most."""
    from django.db.models import Count

    from bredvid.register import clock
    from bredvid.register.models import Unit
    from bredvid.register.rules.months import of_day, plus, through
    from bredvid.register.simulation.loading import load
    from bredvid.register.simulation.simulate import simulate
    from bredvid.register.tests import makers

    today = clock.today()
    load(simulate(units, size, through(plus(of_day(today), 1 - months), of_day(today)), SEED, today=today))
    unit = Unit.objects.annotate(n=Count("contacts")).order_by("-n")[0]
    return makers.client_of(unit, "worker"), unit


def _grow(size: int) -> int:
    """Copies contacts and counted years, each with a random number of its own, until there are so many contacts."""
    from django.db import connection

    from bredvid.register.models import Contact, CountedYear, Summary

    while (there := Contact.objects.count()) < size:
        for model, share in ((Contact, size - there), (CountedYear, 0)):
            wanted = share or round(model.objects.count() * min(1, (size - there) / there))
            _copy(model, min(wanted, model.objects.count()))
    Summary.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Contact.objects.count()


def _copy(model: Any, number: int) -> None:
    from django.db import connection

    random = "(random() * 4611686018427387903)::bigint" if connection.vendor == "postgresql" else "random()"
    columns = [f'"{field.column}"' for field in model._meta.local_concrete_fields if field.column != "id"]
    names, table = ", ".join(columns), model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (id, {names}) SELECT {random}, {names} FROM {table} LIMIT %s",  # noqa: S608 (ours)
            [number],
        )


def _measured(client: Any, unit: Any) -> dict[str, float]:
    """Milliseconds by kind, the middle one of several; counting everything is slow and seldom: once tells enough."""
    from bredvid.register import clock
    from bredvid.register.actions.summaries import touch
    from bredvid.register.rules.months import of_day

    month = of_day(clock.today())
    parts = _first(client, unit)
    found: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(REPEATS):
        found["warm"].append(_page(client)[0])
        found["deed"].append(_work(unit, month))
        found["changed"].append(_page(client)[0])
        touch(unit, months=[month], years=[month // 100])
        found["emptied"].append(sum(_until_shown(client)))
    return {kind: statistics.median(ms) for kind, ms in found.items() if ms} | {
        "longest": max(parts), "first": sum(parts),
    }  # fmt: skip


def _work(unit: Any, month: int) -> float:
    """Counts a contact in a period and corrects one outside; milliseconds of the counting."""
    from bredvid.register.actions import contacts, periods
    from bredvid.register.models import Contact
    from bredvid.register.tests.makers import QUICK, stored

    card = {"unit": unit, "staff": None, "month": month, "place": unit.place, "values": stored(**QUICK)}
    period = periods.open_period(unit=unit, staff=None)
    started = time.perf_counter()
    periods.add_contact(period=period, **card)
    taken = (time.perf_counter() - started) * 1000
    contacts.correct(contact=Contact.objects.filter(unit=unit, month=month, period=None)[0], **card)
    return taken


def _first(client: Any, unit: Any) -> list[float]:
    """Milliseconds of each answer until the page is there, where nothing is counted; not the process's first page."""
    from bredvid.register.models import Summary

    _until_shown(client)
    Summary.objects.filter(unit=unit).delete()
    return _until_shown(client)


def _until_shown(client: Any) -> list[float]:
    taken, status = [], 202
    while status == 202:
        ms, status = _page(client)
        taken.append(ms)
    return taken


def _page(client: Any) -> tuple[float, int]:
    started = time.perf_counter()
    answer = client.get(PAGE)
    if answer.status_code not in (200, 202):
        raise RuntimeError(f"the page answered {answer.status_code}")
    return (time.perf_counter() - started) * 1000, answer.status_code


def main(words: Sequence[str]) -> None:
    """Prints what was measured as a table; `words` name a size to go on to."""
    if words[:1] == ["--measure"]:
        for line in measure(words[1], [int(word) for word in words[2:]]):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        return
    table = Table("measured", *KINDS, title="The page of figures, milliseconds")
    for what, value in run((*SIZES, *(int(word) for word in words))).items():
        table.add_row(what, *([str(value[kind]) for kind in KINDS] if isinstance(value, dict) else [str(value)]))
    Console().print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
