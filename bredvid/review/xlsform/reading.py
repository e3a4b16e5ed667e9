"""From an XLSForm to a questionnaire in plain values, or to everything that is wrong with it at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.review.documents import Row
from bredvid.review.expressions import check_questionnaire, parse, to_text
from bredvid.review.expressions.renaming import renamed, with_options
from bredvid.review.models import Option, Question, Section
from bredvid.review.xlsform import choices, settings, survey
from bredvid.review.xlsform.cells import Reader, longest
from bredvid.review.xlsform.columns import own
from bredvid.review.xlsform.names import codes_for, question_name, section_name
from bredvid.review.xlsform.problems import Findings, Problem
from bredvid.review.xlsform.refusals import refuse_columns
from bredvid.review.xlsform.survey import Survey
from bredvid.review.xlsform.workbook import Sheet, open_workbook

REFUSED_SHEETS = ("entities", "external_choices", "osm")


@dataclass(frozen=True)
class Imported:
    """A questionnaire in plain values, ready for `store`, and what of the file it does without."""

    questionnaire: Row
    warnings: Sequence[Problem]


def read(content: bytes, name: str, *, code: str = "", version: int | None = None) -> Imported:
    """Reads an XLSForm. `name` is the file's name; `code` and `version` win over what the file says.

    Raises XlsformError, which names everything that is wrong by sheet, row and column.
    """
    findings = Findings()
    sheets, others = open_workbook(content, findings)
    _judge_sheets(sheets, others, findings)
    language = settings.default_language(sheets.get("settings", _nothing("settings")))
    readers = {each: Reader(sheets.get(each, _nothing(each)), findings, language) for each in sheets | _ALL}
    _refuse_columns(readers)
    lists = choices.read_choices(readers["choices"])
    found = Survey(readers["survey"], lists)
    head = settings.read_settings(readers["settings"], name, code, version)
    if not any(section["questions"] for section in found.sections):
        findings.wrong("survey", 0, "", _("there is no question"))
    _check(found, readers["survey"])
    findings.stop_if_wrong()
    _tell_of_languages(readers)
    questionnaire = head | found.intro | {"sections": _coded(found.sections, findings, found)}
    return Imported(questionnaire, findings.warnings)


_ALL = dict.fromkeys(("survey", "choices", "settings"))


def _nothing(name: str) -> Sheet:
    return Sheet(name, {}, [])


def _judge_sheets(sheets: Mapping[str, Sheet], others: Sequence[str], findings: Findings) -> None:
    if "survey" not in sheets:
        findings.wrong("survey", 0, "", _("the sheet is missing; is this an XLSForm?"))
    for other in others:
        if other in REFUSED_SHEETS:
            findings.wrong(other, 0, "", _("such a sheet cannot be used here"))
        else:
            findings.left_out(other, 0, "", _("the sheet is not read"))


def _refuse_columns(readers: Mapping[str, Reader]) -> None:
    said = {f"{column}::{each}" for column in ("label", "hint", "constraint_message") for each in ("sv", "en")}
    for name, known in (("survey", survey.COLUMNS), ("choices", choices.COLUMNS), ("settings", settings.COLUMNS)):
        refuse_columns(readers[name], known | said)


def _check(found: Survey, reader: Reader) -> None:
    """Tests all conditions, with the names that the author wrote, and finds their cells again."""
    raw = [{**section, "questions": [_raw(each) for each in section["questions"]]} for section in found.sections]
    for problem in check_questionnaire(raw):
        column = own("depends_on") if problem.field == "depends_on" else problem.field
        reader.wrong(found.lines[problem.code], column, problem.saying.told(_))


def _raw(question: Row) -> Row:
    """What it hangs on, by the name that is in the sheet."""
    if not question["depends_on"]:
        return question
    code, _dot, option = question["depends_on"].partition(".")
    return question | {"depends_on": f"{question_name(code)}.{option}"}


def _tell_of_languages(readers: Mapping[str, Reader]) -> None:
    for name, reader in readers.items():
        for language, message in (
            ("sv", _("{count} rows have no Swedish text; the English stands there too")),
            ("en", _("{count} rows have no English text; the Swedish stands there too")),
        ):
            if count := reader.untranslated[language]:
                reader.findings.left_out(name, 0, "label", message.format(count=count))


def _coded(sections: Sequence[Row], findings: Findings, found: Survey) -> list[Row]:
    """The sections with codes of ours in the place of names, everywhere they stand."""
    questions = [question for section in sections for question in section["questions"]]
    coding = _Coding(sections, questions)
    for question in questions:
        _tell_of_code(question["code"], coding.questions[question["code"]], question_name, found, findings)
    for section in sections:
        _tell_of_code(section["code"], coding.sections[section["code"]], section_name, found, findings)
    return [
        {
            **section,
            "code": coding.sections[section["code"]],
            "relevant": coding.condition(section["relevant"], ""),
            "questions": [coding.question(question) for question in section["questions"]],
        }
        for section in sections
    ]


def _tell_of_code(name: str, code: str, naming: Callable[[str], str], found: Survey, findings: Findings) -> None:
    if name not in {code, naming(code)}:
        line = found.lines[name]
        findings.left_out("survey", line.number, "name", _("{name} gets the code {code}").format(name=name, code=code))


class _Coding:
    def __init__(self, sections: Sequence[Row], questions: Sequence[Row]) -> None:
        self.questions = codes_for((each["code"] for each in questions), longest(Question, "code"))
        self.sections = codes_for((each["code"] for each in sections), longest(Section, "code"))
        most = longest(Option, "code")
        self.options = {
            each["code"]: codes_for((option["code"] for option in each["options"]), most) for each in questions
        }

    def question(self, question: Row) -> Row:
        name = question["code"]
        return {
            **question,
            "code": self.questions[name],
            "relevant": self.condition(question["relevant"], ""),
            "constraint": self.condition(question["constraint"], name),
            "options": [option | {"code": self.options[name][option["code"]]} for option in question["options"]],
        }

    def condition(self, text: str, own_name: str) -> str:
        if text and any(old != new for each in self.options.values() for old, new in each.items()):
            text = to_text(with_options(parse(text), self.options, own_name))
        return renamed(text, self.questions)
