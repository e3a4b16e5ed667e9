"""What is new in a version of a questionnaire."""

from typing import Any

from bredvid.review.desk.differences import differences


def question(code: str, **values: Any) -> dict[str, Any]:
    told = {"hint_sv": "", "kind": "single", "unit_sv": "", "relevant": "", "constraint": "", "required": False}
    texts = {
        f"{field}_{language}": f"{code} {field} {language}" for field in ("text", "short") for language in ("sv", "en")
    }
    return {"code": code, "persons": False, "options": [], **told, **texts, **values}


def option(code: str, sv: str = "", en: str = "") -> dict[str, str]:
    return {"code": code, "label_sv": sv or code, "label_en": en or code}


def form(*questions: dict[str, Any]) -> dict[str, Any]:
    return {"sections": [{"questions": list(questions)}]}


def told(old, new, language: str = "sv") -> list[tuple[str, str]]:
    return [(each.code, each.how) for each in differences(old, new, language)]


def test_the_same_form_has_nothing_new():
    assert told(form(question("a"), question("b")), form(question("a"), question("b"))) == []


def test_what_came_changed_and_went_stands_in_the_new_order_with_what_went_last():
    old = form(question("a"), question("b"), question("c"))
    new = form(question("d"), question("c", text_sv="En annan fråga"), question("a"))
    assert told(old, new) == [("d", "new"), ("c", "changed"), ("b", "gone")]


def test_answers_that_came_went_or_are_worded_otherwise_are_named():
    old = form(question("a", options=[option("ja"), option("nej", "Nej"), option("vet")]))
    new = form(question("a", options=[option("ja"), option("nej", "Nej, inte än"), option("delvis")]))
    [found] = differences(old, new)
    assert found.options == ("− Nej", "− vet", "+ Nej, inte än", "+ delvis")


def test_how_it_is_drawn_is_nothing_to_those_who_answer():
    old = form(question("a", options=[option("ja") | {"tone": "strong"}]))
    new = form(question("a", options=[option("ja") | {"tone": "weak"}]))
    assert told(old, new) == []


def test_it_is_told_in_the_readers_language():
    [found] = differences(form(), form(question("a")), "en")
    assert (found.short, found.after) == ("a short en", "a text en")


def test_where_there_is_no_english_the_swedish_stands():
    [found] = differences(form(), form(question("a", text_en="")), "en")
    assert found.after == "a text sv"


def test_a_question_that_became_another_kind_or_condition_is_changed():
    for values in ({"kind": "multiple"}, {"relevant": "${b} = 'ja'"}, {"required": True}, {"persons": True}):
        assert told(form(question("a")), form(question("a", **values))) == [("a", "changed")]
