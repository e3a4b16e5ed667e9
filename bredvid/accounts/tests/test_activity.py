"""The log is one chain: what is changed, taken out or put in shows, and nothing can be changed by our own code."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from hypothesis import given, settings, strategies as st

from bredvid.accounts import activity
from bredvid.accounts.activity import record, verify
from bredvid.accounts.models import ActivityEntry, ActivityHead
from bredvid.accounts.models.activity import BEGINNING, AppendOnlyError
from bredvid.accounts.roles import Action
from bredvid.accounts.tests.makers import staff_with

pytestmark = pytest.mark.django_db


def some_entries(count: int = 5) -> list[ActivityEntry]:
    staff = staff_with(role="reviewer")
    return [record(staff=staff, action=Action.ANSWER_CORRECT, subject=f"a/{n}", detail="because") for n in range(count)]


def forge(which: int, **fields: str | int) -> None:
    """Changes a row behind the back of the code, as somebody with the database can."""
    sets = ", ".join(f"{name} = %s" for name in fields)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE accounts_activityentry SET {sets} WHERE number = %s", [*fields.values(), which])  # noqa: S608


def test_an_empty_log_is_whole():
    assert verify() == activity.Verdict(True, 0, BEGINNING)


def test_entries_are_numbered_and_follow_each_other():
    entries = some_entries(3)
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert [entry.previous for entry in entries[1:]] == [entry.digest for entry in entries[:-1]]
    assert verify() == activity.Verdict(True, 3, entries[-1].digest)


def test_the_digest_is_what_the_documentation_says():
    entry = some_entries(1)[0]
    entry.refresh_from_db()
    said = json.loads(activity.canonical(entry))
    assert set(said) == {"action", "at", "detail", "number", "previous", "staff", "subject"}
    assert said["at"].endswith("+00:00")
    assert activity.digest_of(entry) == entry.digest


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize(
    "change",
    [{"detail": "another reason"}, {"subject": "b/1"}, {"action": "answer.lock"}, {"at": "2020-01-01 00:00:00+00:00"},
     {"digest": "f" * 64}, {"previous": "e" * 64}],
)  # fmt: skip
def test_a_changed_entry_is_found_wherever_it_stands(number, change):
    some_entries(5)
    forge(number, **change)
    verdict = verify()
    assert not verdict.whole
    assert verdict.number == number - 1


def test_an_entry_said_to_be_somebody_elses_is_found():
    some_entries(3)
    forge(2, staff_id=staff_with().pk)
    assert verify().fault == "no 2 is not as it was written"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_an_entry_taken_out_of_the_middle_is_found(number):
    some_entries(5)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_activityentry WHERE number = %s", [number])
    assert not verify().whole
    assert verify().number == number - 1


def test_two_entries_that_change_places_are_found():
    some_entries(4)
    forge(2, number=99)
    forge(3, number=2)
    forge(99, number=3)
    assert verify().number == 1


def test_the_end_cut_off_is_found_while_the_head_is_kept():
    # Given a log whose last entry is cut off
    entries = some_entries(3)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_activityentry WHERE number = 3")
    # Then the head kept in the database tells, and so does one kept elsewhere
    assert not verify().whole
    assert entries[2].digest in verify().fault


def test_the_end_cut_off_with_the_head_rewritten_is_not_found_and_that_is_said():
    """What the chain cannot do: the documentation says so, hence the head that is printed to be kept elsewhere."""
    entries = some_entries(3)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_activityentry WHERE number = 3")
    ActivityHead.objects.update(number=2, digest=entries[1].digest)
    assert verify().whole
    assert verify().head != entries[2].digest


def test_our_own_code_can_only_add():
    entry = some_entries(2)[0]
    entry.detail = "otherwise"
    everything = ActivityEntry.objects.all()
    for attempt in (
        entry.save,
        entry.delete,
        everything.delete,
        lambda: everything.update(detail="x"),
        lambda: everything.bulk_update([entry], ["detail"]),
        lambda: ActivityEntry.objects.bulk_create([entry]),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()
    assert verify().whole


def test_a_change_that_is_undone_leaves_no_entry():
    def fails() -> None:
        with transaction.atomic():
            some_entries(1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert verify().number == 0


def test_an_entry_holds_no_address_and_no_browser():
    names = {field.name for field in ActivityEntry._meta.get_fields()}
    assert names == {"number", "at", "staff", "action", "subject", "detail", "previous", "digest"}


@given(st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=30)
def test_any_words_are_written_and_read_back_the_same(subject, detail):
    # PostgreSQL and SQLite keep no NUL in a text; nobody can type one.
    subject, detail = subject.replace("\x00", ""), detail.replace("\x00", "")
    entry = record(staff=None, action=Action.ROUND_CHANGE, subject=subject, detail=detail)
    kept = ActivityEntry.objects.get(pk=entry.number)
    assert activity.digest_of(kept) == entry.digest


WRITER = """
import sys
from bredvid.config.installation import start_django
start_django()
from django.db import transaction
from bredvid.accounts.activity import record
from bredvid.accounts.roles import Action
for n in range(15):
    with transaction.atomic():
        record(staff=None, action=Action.IMPORT_RUN, subject=f"{sys.argv[1]}/{n}")
"""
READER = """
from bredvid.config.installation import start_django
start_django()
from bredvid.accounts.activity import verify
from bredvid.accounts.models import ActivityEntry
verdict = verify()
print(verdict.whole, verdict.number, len(set(ActivityEntry.objects.values_list("subject", flat=True))))
"""


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_make_one_chain(tmp_path):
    # Given four processes that each write fifteen entries in the same database
    if connection.vendor == "postgresql":
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(_write_some, range(4)))
        seen = (verify().whole, verify().number, ActivityEntry.objects.values("subject").distinct().count())
    else:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{tmp_path}/log.sqlite3",
            "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test",
        }
        python(environment, "-m", "django", "migrate", "--verbosity", "0").wait()
        for writer in [python(environment, "-c", WRITER, str(n)) for n in range(4)]:
            assert writer.wait() == 0
        said = python(environment, "-c", READER).communicate()[0].split()
        seen = (said[0] == b"True", int(said[1]), int(said[2]))
    # Then the chain is whole, no entry is lost, and none is doubled
    assert seen == (True, 60, 60)


def python(environment: dict[str, str], *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.PIPE)


def _write_some(writer: int) -> None:
    try:
        for n in range(15):
            with transaction.atomic():
                record(staff=None, action=Action.IMPORT_RUN, subject=f"{writer}/{n}")
    finally:
        connection.close()
