"""Small makers in the words of the field: a questionnaire, a round in the field, a case."""

from typing import Any

from bredvid.places.actions import load as load_places
from bredvid.places.models import Municipality
from bredvid.review.documents import read_table
from bredvid.review.fieldwork.preparing import start_fieldwork
from bredvid.review.models import Case, Fieldwork, Question, Questionnaire
from bredvid.review.questionnaire_documents import OPTION, QUESTION, QUESTIONNAIRE, SECTION
from bredvid.review.storing.questionnaires import store_questionnaire


def option(code: str, **values: Any) -> dict[str, Any]:
    """An option as it would stand in a file."""
    return {"code": code, "label_sv": code.capitalize(), "label_en": code.capitalize(), **values}


def question(code: str, kind: str = "single", *options: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A question as it would stand in a file."""
    texts = {"short_sv": code, "short_en": code, "text_sv": f"Fråga {code}?", "text_en": f"Question {code}?"}
    return {"code": code, "kind": kind, **texts, "options": list(options), **values}


def questionnaire(*questions: dict[str, Any], code: str = "prov", version: int = 1) -> Questionnaire:
    """A stored questionnaire with one section."""
    head = {"code": code, "version": version, "title_sv": "Prov", "title_en": "Trial"}
    document = read_table(head, QUESTIONNAIRE, "head")
    section = read_table(
        {"code": "s1", "title_sv": "Del", "title_en": "Part", "question": list(questions)}, SECTION, "section"
    )
    rows = [read_table(row, QUESTION, row["code"]) for row in section.pop("question")]
    for row in rows:
        row["options"] = [
            read_table(each, OPTION, row["code"]) | {"order": at} for at, each in enumerate(row["options"], start=1)
        ]
    document["sections"] = [{**section, "order": 1, "questions": rows}]
    store_questionnaire(document)
    return Questionnaire.objects.get(code=code, version=version)


def yes_no(code: str = "q1", **values: Any) -> dict[str, Any]:
    """A question of yes, no and do not know."""
    return question(code, "single", option("ja"), option("nej"), option("vet-ej", missing="dont_know"), **values)


BANDS = [option("0-5"), option("6-14"), option("15-30"), option("over-30")]


def fieldwork(*questions: dict[str, Any], code: str = "2031", state: str = "open", **fields: Any) -> Fieldwork:
    """A round in the field over all municipalities, open for answers."""
    if not Municipality.objects.exists():
        load_places()
    form = questionnaire(*(questions or (yes_no(),)), code=f"prov-{code}")
    values = {"title_sv": f"Prov {code}", "title_en": f"Trial {code}", "year": 2031, "state": state, **fields}
    return start_fieldwork(code=code, questionnaire=form, **values)


def case(round_: Fieldwork | None = None, code: str = "0180", mailbox: str = "registrator@kommun.example") -> Case:
    """The case of one municipality, with a mailbox."""
    found = (round_ or fieldwork()).cases.select_related("fieldwork__questionnaire").get(code=code)
    found.mailbox = mailbox
    found.save(update_fields=["mailbox"])
    return found


def question_of(case_: Case, code: str = "q1") -> Question:
    """A question of the case's questionnaire, with its options at hand."""
    questions = Question.objects.filter(section__questionnaire=case_.fieldwork.questionnaire_id)
    return questions.prefetch_related("options").get(code=code)
