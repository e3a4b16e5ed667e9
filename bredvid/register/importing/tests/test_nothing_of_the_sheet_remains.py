"""A word in a sheet, wherever in it, is nowhere afterwards: in no table, log, file or copy of the database."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection

from bredvid.register.importing.tests.makers import HEAD, ROWS
from bredvid.register.importing.tests.test_import_pages import COLUMNS, JUDGED, START, fields_of
from bredvid.register.models import Contact
from bredvid.register.tests.makers import client_of, unit
from bredvid.sheets.tests.makers import xlsx_of

# A word that is in no other table, in every place of a sheet where somebody might have written a name.
CANARY = "Kanariefågelsdotter"
SHEET = xlsx_of(
    [*HEAD, "Namn", f"Anteckning om {CANARY}"],
    [*ROWS[0], CANARY, f"{CANARY} ringde klockan tre"],
    [*ROWS[1], f"{CANARY} 2", ""],
    ["2024-03-05", CANARY, *ROWS[0][2:], "", ""],
    [CANARY, *ROWS[0][1:], "", ""],
    title=CANARY,
)


def everything_stored() -> str:
    """Every value of every row of every table."""
    rows: list[Any] = []
    for model in apps.get_models(include_auto_created=True):
        rows += list(model._default_manager.values_list())
    return repr(rows)


@pytest.fixture
def brought_in(caplog: pytest.LogCaptureFixture, tmp_path: Path, settings: Any) -> Any:
    """A sheet full of names, brought in by way of every page that has anything to do with it."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    caplog.set_level(logging.DEBUG)
    client = client_of(unit(), "coordinator")
    pages = [client.post(START, {"file": SimpleUploadedFile(f"{CANARY}.xlsx", SHEET)})]
    pages.append(client.post(COLUMNS, {**fields_of(pages[-1]), "keep-map": "1"}))
    pages.append(client.post(COLUMNS, fields_of(pages[0])))
    pages.append(client.post(COLUMNS, fields_of(pages[-1])))
    sent = fields_of(pages[-1])
    client.post(JUDGED, {**sent, "errors": "1"})
    client.post(JUDGED, {**sent, "carried": f"{CANARY}:{CANARY}"})
    client.post(JUDGED, {**sent, "accept": "1"})
    return pages


@pytest.mark.django_db
def test_it_stands_in_no_table_and_no_log(brought_in, caplog, tmp_path):
    # Given the sheet whose names were seen on the pages
    assert CANARY in brought_in[0].content.decode()
    assert Contact.objects.count() == 2
    # Then no table and no line of any log holds them, and no file was made on the way
    assert CANARY not in everything_stored()
    assert CANARY not in caplog.text
    assert not list(tmp_path.rglob("*"))


@pytest.mark.django_db(transaction=True)
def test_it_stands_in_no_copy_of_the_database(brought_in, tmp_path):
    copy = tmp_path / "copy.json"
    call_command("dumpdata", output=str(copy))
    assert "sheetimport" in copy.read_text("utf-8")
    assert CANARY not in copy.read_text("utf-8")
    if connection.vendor == "sqlite":
        raw = tmp_path / "copy.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM INTO '{raw}'")
        assert CANARY.encode() not in raw.read_bytes()
        assert CANARY.encode("utf-16-le") not in raw.read_bytes()
