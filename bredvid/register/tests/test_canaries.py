"""Words and numbers typed where they do not belong are nowhere afterwards: no row, log, session, export or backup.

Every field of every form that a worker or coordinator meets is given them, hidden ones and choices too, by itself with
the rest as it should be, and all at once. That they would be found is tried first.
"""

import io
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client

from bredvid.accounts.activity import record
from bredvid.accounts.roles import Action
from bredvid.register.actions.contacts import new_key
from bredvid.register.exports.kinds import kinds
from bredvid.register.models import Contact, Outreach
from bredvid.register.tests import makers
from bredvid.register.tests.forms_on_pages import Form, forms_of
from bredvid.register.tests.worlds import World, world

pytestmark = pytest.mark.django_db

WORD = "Kanariefågel"
NUMBER = "7384615209"
CANARIES = (WORD, NUMBER)
# As bytes, in what a database or a log may make of them.
SIGNS = [sign for each in CANARIES for sign in (each.encode(), quote(each).encode(), ascii(each)[1:-1].encode())]
# A number of a table's own making may hold these digits in its middle, once in a hundred million.
ROLES = ("worker", "coordinator")


class Log(logging.Handler):
    """Everything that is said while the pages are asked."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.getMessage()} {record.exc_info or ''} {vars(record)}")


@pytest.fixture
def log(monkeypatch) -> Iterator[Log]:
    """What the house writes: everything but Django's account of each question, which is never turned on."""
    handler, root = Log(), logging.getLogger()
    root.addHandler(handler)
    for name in ("django.request", "django.security", "django.server", "bredvid"):
        logger = logging.getLogger(name)
        monkeypatch.setattr(logger, "propagate", True)
        monkeypatch.setattr(logger, "disabled", False)
    yield handler
    root.removeHandler(handler)


def where_it_is(log: Log, folder: Path, client: Client | None = None) -> set[str]:
    """The places where a canary sings."""
    places = {
        "rows": "\n".join(_rows()).encode(),
        "backup": _backup(folder) if connection.vendor == "sqlite" else _dump(folder),
        "sessions": str([each.get_decoded() for each in Session.objects.all()]).encode(),
        "log": "\n".join(log.lines).encode(),
    }
    if client is not None:
        places["exports"] = b"".join(_exports(client))
    return {name for name, text in places.items() if any(sign in text for sign in SIGNS)}


def _rows() -> Iterator[str]:
    """Every row of every table, as it is stored."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (the table's own name)
            yield from map(str, cursor.fetchall())


def _backup(folder: Path) -> bytes:
    path = folder / "copy.sqlite3"
    path.unlink(missing_ok=True)
    connection.connection.commit() if not connection.in_atomic_block else None
    copy = sqlite3.connect(path)
    copy.executescript("\n".join(connection.connection.iterdump()))
    copy.close()
    return path.read_bytes()


def _dump(folder: Path) -> bytes:
    path = folder / "copy.json"
    call_command("dumpdata", output=str(path))
    return path.read_bytes()


def _exports(client: Client) -> Iterator[bytes]:
    year = Contact.objects.order_by("-month").values_list("month", flat=True)[0] // 100
    for kind in kinds():
        for form in ("csv", "xlsx", "json", "print"):
            sent = {"kind": kind, "year": year, "purpose": "UPPF", "form": form}
            yield client.post("/personal/register/ta-ut/", sent).content


def sent_with(form: Form) -> Iterator[dict[str, Any]]:
    """What is sent in a form: a canary in one field after the other, and in all of them."""
    for canary in CANARIES:
        yield dict.fromkeys(form.fields, canary)
        yield {name: [value, canary] for name, value in _anew(form).items()}
        for name in form.fields:
            yield {**_anew(form), name: canary}
        yield {**_anew(form), canary: canary}


def _anew(form: Form) -> dict[str, Any]:
    """The form as from a fresh page: with the same key it would count as sent twice."""
    return {**form.fields, **({"key": str(new_key())} if "key" in form.fields else {})}


def send(client: Client, form: Form, sent: dict[str, Any]) -> int:
    files = {name: SimpleUploadedFile(f"{WORD}.csv", WORD.encode()) for name in form.files}
    ask = client.post if form.method == "post" else client.get
    answer = ask(form.action, {**sent, **files}, headers={"Referer": f"http://testserver/?{quote(WORD)}"})
    return answer.status_code


@pytest.mark.parametrize("where", ["rows", "log", "sessions"])
def test_a_canary_would_be_heard(log, tmp_path, where):
    makers.contact(makers.unit())
    if where == "rows":
        record(staff=None, action=Action.UNIT_SET, subject="unit/x", detail=WORD)
    elif where == "log":
        logging.getLogger("bredvid.register").warning("not so good: %s", NUMBER)
    else:
        session = SessionStore()
        session["typed"] = WORD
        session.save()
    assert where_it_is(log, tmp_path) == ({"rows", "backup"} if where == "rows" else {where})


def test_no_field_of_any_form_keeps_what_does_not_belong_there(log, tmp_path):
    here: World = world()
    sent, forms = 0, []
    for role in ROLES:
        client = makers.client_of(here.unit, role)
        for form in forms_of(client, here):
            forms.append(form.what[0])
            for fields in sent_with(form):
                assert send(client, form, fields) < 500, (form, fields)
                sent += 1
    # Enough was tried for the silence to mean something
    assert sent > 300
    assert {"card", "tally", "outreach", "period-find", "period-known", "follow-up", "exports", "import"} <= set(forms)
    assert {"freeze", "log-review", "contact", "one-outreach", "period-rest", "period-close"} <= set(forms)
    assert Contact.objects.filter(unit=here.unit).count() > 10
    assert Outreach.objects.filter(unit=here.unit).count() > 2
    assert where_it_is(log, tmp_path, makers.client_of(here.unit, "coordinator")) == set()


SHEET = f"Månad;Kontaktväg;Anteckning;Namn\n2026-01;Telefon;{WORD};{NUMBER}\n2026-02;{WORD};;\n2026-03;Chatt;;{WORD}\n"


def test_nothing_of_a_sheet_is_kept_but_its_codes(log, tmp_path):
    here = world()
    client = makers.client_of(here.unit, "coordinator")
    before = Contact.objects.count()
    pages = [client.post("/personal/register/importera/", {"file": io.BytesIO(SHEET.encode())})]
    for _ in range(4):
        # Each page's own form once more, as its button would send it
        form = next((each for each in _forms(pages[-1]) if "carried" in each.fields), None)
        if form is None:
            break
        chosen = {name: value for name, value in form.fields.items() if name not in _OTHER_BUTTONS}
        pages.append(client.post(form.action, chosen))
    assert WORD in pages[0].content.decode()  # it came with the page, and goes with it
    assert Contact.objects.count() > before, [page.status_code for page in pages]
    assert where_it_is(log, tmp_path, client) == set()


_OTHER_BUTTONS = ("look", "use-map", "back", "keep-map", "errors")


def _forms(page) -> list[Form]:
    from bredvid.register.tests.forms_on_pages import _forms_in

    if page.status_code == 302:
        return []
    return list(_forms_in("/personal/register/importera/", page.content.decode()))
