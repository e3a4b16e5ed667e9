"""The jobs `bredvid review questionnaire list`, `export` and `import`."""

import json
from pathlib import Path

import click
from django.utils.translation import override
from rich.console import Console
from rich.table import Table

from bredvid.review.documents import DocumentError, Row
from bredvid.review.forms import row_of
from bredvid.review.models import Question, Questionnaire
from bredvid.review.xlsform import XlsformError, export, read
from bredvid.review.xlsform.choosing import UnknownQuestionnaireError, questionnaire_meant
from bredvid.review.xlsform.settings import LATEST_VERSION
from bredvid.review.xlsform.storing import store

FILE = click.Path(dir_okay=False, path_type=Path)
VERSION = click.option("--version", type=click.IntRange(0, LATEST_VERSION), help="This version, not the newest.")
CODE = click.option("--code", default="", help="The questionnaire's code, whatever the file says.")
NEW_VERSION = click.option(
    "--version", type=click.IntRange(0, LATEST_VERSION), help="The version, whatever the file says."
)


@click.group()
def questionnaire() -> None:
    """Questionnaires: list them, and take them out and in as XLSForm spreadsheets."""


@questionnaire.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program to read.")
def list_them(as_json: bool) -> None:
    """List the questionnaires with their versions."""
    rows = [_row(each) for each in Questionnaire.objects.order_by("code", "version")]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        raise click.ClickException("no questionnaires are loaded; load them: bredvid review load")
    table = Table(*rows[0])
    for row in rows:
        table.add_row(*(str(cell) for cell in row.values()))
    Console().print(table)


@questionnaire.command(name="export")
@click.argument("said", metavar="ROUND-OR-CODE")
@click.argument("file", metavar="FILE", type=FILE)
@VERSION
def export_one(said: str, file: Path, version: int | None) -> None:
    """Write a questionnaire as an XLSForm: that of a round (2026) or the one with that code."""
    try:
        found = questionnaire_meant(said, version)
        content = export(row_of(found))
        file.write_bytes(content)
    except (UnknownQuestionnaireError, ValueError) as error:
        raise click.ClickException(error.args[0]) from None
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
    click.echo(f"{found.code} version {found.version}: written to {file}.")


@questionnaire.command(name="import")
@click.argument("file", metavar="FILE", type=FILE)
@CODE
@NEW_VERSION
def import_one(file: Path, code: str, version: int | None) -> None:
    """Read an XLSForm as a questionnaire; every mistake is named by sheet, row and column."""
    try:
        # The words of this command are English, whatever the pages speak.
        with override("en"):
            imported = read(file.read_bytes(), file.name, code=code, version=version)
            is_new = store(imported.questionnaire)
            warnings = [str(each) for each in imported.warnings]
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
    except (XlsformError, DocumentError) as error:
        raise click.ClickException(f"{file.name} was not imported:\n{error}") from None
    for warning in warnings:
        click.echo(f"Note: {warning}", err=True)
    click.echo(_told(imported.questionnaire, is_new))


def _told(row: Row, is_new: bool) -> str:
    questions = sum(len(section["questions"]) for section in row["sections"])
    outcome = "stored" if is_new else "there already, and the same; nothing is changed"
    return f"{row['code']} version {row['version']}, {questions} questions: {outcome}."


def _row(each: Questionnaire) -> dict[str, str | int]:
    questions = Question.objects.filter(section__questionnaire=each).count()
    return {"code": each.code, "version": each.version, "questions": questions, "title": each.title_sv}
