"""Stores a questionnaire with its sections, questions and options, and the coding frames."""

from collections.abc import Mapping

from bredvid.review.documents import DocumentError, Row
from bredvid.review.models import Code, CodeFrame, Option, Question, Questionnaire, Section
from bredvid.review.questionnaire_documents import with_answered
from bredvid.review.storing.synchronising import synchronise


def store_questionnaire(values: Row) -> int:
    """Stores a questionnaire and returns how many rows that wrote. Raises DocumentError."""
    head = {key: value for key, value in values.items() if key != "sections"}
    writes = synchronise(
        Questionnaire.objects.filter(code=head["code"], version=head["version"]), ("code", "version"), [head]
    )
    questionnaire = Questionnaire.objects.get(code=head["code"], version=head["version"])
    rows = [
        {"questionnaire_id": questionnaire.pk, **{key: value for key, value in row.items() if key != "questions"}}
        for row in values["sections"]
    ]
    writes += synchronise(Section.objects.filter(questionnaire=questionnaire), ("code",), rows)
    return writes + _store_questions(questionnaire, values)


def _store_questions(questionnaire: Questionnaire, values: Row) -> int:
    sections = {section.code: section.pk for section in questionnaire.sections.all()}
    rows, dependencies, options = [], {}, {}
    for section in values["sections"]:
        for order, question in enumerate(section["questions"], start=1):
            # A form that was never printed gets no option of ours: nothing is known of who answered.
            completed = question if values["reconstructed"] else with_answered(question)
            row = {**completed, "order": order, "section_id": sections[section["code"]]}
            dependencies[row["code"]] = row.pop("depends_on")
            options[row["code"]] = row.pop("options")
            rows.append(row)
    questions = Question.objects.filter(section__questionnaire=questionnaire)
    writes = synchronise(questions, ("code",), rows)
    by_code = {question.code: question for question in questions.all()}
    option_rows = [{**row, "question_id": by_code[code].pk} for code, each in options.items() for row in each]
    writes += synchronise(
        Option.objects.filter(question__section__questionnaire=questionnaire), ("question_id", "code"), option_rows
    )
    return writes + _store_dependencies(questionnaire, by_code, dependencies)


def _store_dependencies(
    questionnaire: Questionnaire, questions: Mapping[str, Question], dependencies: Mapping[str, str | None]
) -> int:
    """A follow-up names an option of another question, so it is set when all options are there."""
    options = options_of(questionnaire)
    rows = [
        {
            "code": code,
            "depends_on_id": option_at(options, key, f"question {code} depends_on").pk if key else None,
        }
        for code, key in dependencies.items()
    ]
    return synchronise(Question.objects.filter(pk__in=[each.pk for each in questions.values()]), ("code",), rows)


def options_of(questionnaire: Questionnaire) -> dict[str, Option]:
    """All options of a questionnaire by their key, "question.option"."""
    options = Option.objects.filter(question__section__questionnaire=questionnaire).select_related("question")
    return {f"{option.question.code}.{option.code}": option for option in options}


def option_at(options: Mapping[str, Option], key: str, where: str) -> Option:
    """The option of that key. Raises DocumentError naming `where` it was asked for."""
    try:
        return options[key]
    except KeyError:
        raise DocumentError(f"{where}: the questionnaire has no answer {key!r}") from None


def store_code_frame(values: Row) -> int:
    """Stores a coding frame and returns how many rows that wrote."""
    head = {key: value for key, value in values.items() if key != "codes"}
    frames = CodeFrame.objects.filter(code=head["code"], version=head["version"])
    writes = synchronise(frames, ("code", "version"), [head])
    frame = frames.get()
    rows = [{**row, "frame_id": frame.pk} for row in values["codes"]]
    return writes + synchronise(Code.objects.filter(frame=frame), ("code",), rows)
