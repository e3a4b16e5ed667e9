"""From a round in the field to a round of the analysis: who stands in it, with what, and what does not."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bredvid.review.models import Answer, Fieldwork, Respondent, Round
from bredvid.review.projection import NotProjectable, RoundTaken, build, digest_of
from bredvid.review.projection.tests.makers import BANDS, UNTOUCHED, case, entry, fieldwork, question
from bredvid.review.tests import makers

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)
YES_NO = ("ja", "nej")
QUESTIONS = (
    question("q2", "single", YES_NO),
    question("q3", "multiple", ("a", "b"), relevant="${q2} = 'ja'"),
    question("q8", "count", BANDS, persons=True),
    question("q10", "text"),
)


def built(field: Fieldwork, *, draft: bool = False, edition: int = 1) -> Round:
    return build(field, draft=draft, edition=edition, published_on=DAY)


def rows(round_: Round, code: str = "0001") -> set[tuple[object, ...]]:
    answers = Answer.objects.filter(respondent__round=round_, respondent__code=code)
    return set(answers.values_list("question__code", "option__code", "number", "missing"))


def test_the_whole_frame_stands_in_the_round_and_only_who_handed_in_has_answers():
    field = fieldwork(*QUESTIONS)
    entry(case(field, 1), "q2", {"options": ["ja"]})
    entry(case(field, 2, **UNTOUCHED | {"state": "begun"}), "q2", {"options": ["nej"]})
    round_ = built(field)
    assert (round_.code, round_.frame_size, round_.answered, round_.draft) == ("p26", 2, 1, False)
    assert list(round_.respondents.values_list("state", flat=True)) == ["answered", "silent"]
    assert rows(round_) == {
        ("q2", "ja", None, ""), ("q3", None, None, "blank"), ("q8", None, None, "blank"), ("q10", None, None, "blank"),
    }  # fmt: skip
    assert rows(round_, "0002") == set()


def test_a_draft_is_a_round_of_its_own():
    field = fieldwork(*QUESTIONS)
    case(field, 1)
    draft, published = built(field, draft=True), built(field, edition=2)
    assert (draft.code, draft.draft, published.code, published.edition) == ("p26-utkast", True, "p26", 2)
    assert not published.draft


def test_a_demonstration_stays_one():
    field = fieldwork(*QUESTIONS, demonstration=True)
    case(field, 1)
    assert built(field).demonstration


def test_building_again_writes_nothing_and_a_correction_writes_one_answer(django_assert_max_num_queries):
    field = fieldwork(*QUESTIONS)
    first = case(field, 1)
    entry(first, "q2", {"options": ["ja"]})
    before = dict(Answer.objects.filter(respondent__round=built(field)).values_list("pk", "question__code"))
    with django_assert_max_num_queries(20):
        digest = digest_of(built(field))
    assert dict(Answer.objects.values_list("pk", "question__code")) == before
    entry(first, "q10", {"text": "Anna"})
    assert digest_of(built(field)) != digest
    after = dict(Answer.objects.values_list("pk", "question__code"))
    assert [code for pk, code in after.items() if pk not in before] == ["q10"]


def test_the_newest_revision_counts():
    field = fieldwork(*QUESTIONS)
    first = case(field, 1)
    entry(first, "q2", {"options": ["ja"]})
    entry(first, "q2", {"options": ["nej"]})
    assert ("q2", "nej", None, "") in rows(built(field))


def test_a_case_opened_again_counts_as_it_was_handed_in_and_as_staff_corrected_it():
    field = fieldwork(*QUESTIONS)
    first = case(field, 1, state="reopened")
    later = datetime(2026, 6, 1, tzinfo=UTC)
    entry(first, "q2", {"options": ["ja"]})
    entry(first, "q2", {"options": ["nej"]}, at=later)
    entry(first, "q8", {"options": ["0-5"]})
    entry(first, "q8", {"options": ["6-14"]}, at=later, origin="import")
    found = rows(built(field))
    assert ("q2", "ja", None, "") in found
    assert ("q8", "6-14", None, "") in found


def test_a_partial_answer_counts_where_staff_say_so():
    field = fieldwork(*QUESTIONS)
    some = case(field, 1, **UNTOUCHED | {"outcome": "partial", "state": "begun"})
    entry(some, "q2", {"options": ["ja"]})
    respondent = built(field).respondents.get()
    assert (respondent.state, respondent.outcome, respondent.wave) == ("answered", "partial", None)
    assert ("q2", "ja", None, "") in rows(respondent.round)


@pytest.mark.parametrize(
    ("reminders", "wave"), [([], 0), (["2026-05-02"], 0), (["2026-05-01"], 1), (["2026-04-01", "2026-04-20"], 2)]
)
def test_the_wave_is_how_many_reminders_had_gone_out(reminders, wave):
    field = fieldwork(*QUESTIONS, reminders=reminders)
    case(field, 1)
    case(field, 2, **UNTOUCHED)
    assert list(built(field).respondents.values_list("wave", flat=True)) == [wave, None]


def test_outcomes_go_along_and_agree_with_who_answered():
    field = fieldwork(*QUESTIONS)
    for number, outcome in enumerate(("refusal", "non_contact", "unknown", "complete"), start=1):
        case(field, number, **UNTOUCHED | {"outcome": outcome})
    case(field, 5, outcome="unknown")
    assert list(built(field).respondents.values_list("outcome", flat=True)) == [
        "refusal", "non_contact", "unknown", "unknown", "complete",
    ]  # fmt: skip


def test_a_round_that_a_source_has_published_is_not_overwritten():
    field = fieldwork(*QUESTIONS)
    makers.round_with(field.questionnaire.sections.get(), frame=2, answered=1, code="p26", aggregate_only=True)
    with pytest.raises(RoundTaken, match="p26"):
        built(field)


def test_an_entry_that_cannot_be_stops_the_build_and_names_the_municipality():
    field = fieldwork(*QUESTIONS)
    entry(case(field, 1), "q2", {"options": ["kanske"]})
    with pytest.raises(NotProjectable, match="0001 Ort 1: q2 has no answer 'kanske'"):
        built(field)
    assert not Round.objects.filter(code="p26").exists()


def test_own_words_and_counts_of_persons_never_come_along():
    field = fieldwork(*QUESTIONS, question("q11", "integer", persons=True), question("q12", "decimal"))
    first = case(field, 1)
    entry(first, "q8", {"number": "3", "options": ["0-5"]})
    entry(first, "q10", {"text": "Anna"})
    entry(first, "q11", {"number": "3"})
    entry(first, "q12", {"number": "3.5"})
    round_ = built(field)
    answers = Answer.objects.filter(respondent__round=round_)
    assert {row[:3] for row in rows(round_)} >= {
        ("q8", "0-5", None), ("q10", "angivet", None), ("q11", "angivet", None), ("q12", "angivet", Decimal("3.5")),
    }  # fmt: skip
    assert "Anna" not in str(list(answers.values()))


def test_equal_answers_have_equal_digests_whatever_their_ids():
    field = fieldwork(*QUESTIONS)
    entry(case(field, 1), "q2", {"options": ["ja"]})
    draft, published = built(field, draft=True), built(field)
    assert digest_of(draft) == digest_of(published)
    Respondent.objects.filter(round=draft).update(outcome="partial")
    assert digest_of(draft) != digest_of(published)
