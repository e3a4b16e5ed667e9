"""Each answer is saved by itself: what can be saved is, and what cannot is told, kept as typed and never lost."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from bredvid.review.answering.tests import makers
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.fieldwork.saving import latest_entry, save_answer
from bredvid.review.fieldwork.submitting import set_locked, submit
from bredvid.review.fieldwork.tests.makers import question_of
from bredvid.review.models import Case, Entry, Fieldwork, Link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_at_once", "a_published_round")]


@pytest.fixture
def municipality():
    """Somebody who is in."""
    return Municipality(makers.case()).gets_in()


def held(municipality: Municipality, code: str):
    """What holds: value, reason and why."""
    entry = latest_entry(municipality.case, question_of(municipality.case, code))
    return (entry.value, entry.missing, entry.why) if entry else None


def colleague_answers(municipality: Municipality, code: str, value, seen: int = 0) -> None:
    save_answer(case=municipality.case, question=question_of(municipality.case, code), value=value, seen=seen)


def whole_page(**answers) -> dict[str, object]:
    """The fields that a browser sends for a page with every question in use, unanswered unless said otherwise."""
    fields: dict[str, object] = {}
    for code in ("q1", "q3", "q4", "q5", "q8", "q9"):
        fields |= {f"seen-{code}": 0, f"m-{code}": ""}
    fields |= {"t-q3": "", "n-q4": "", "n-q8": "", "t-q9": "", "w-q1": "", "w-q8": ""}
    return fields | {name.replace("_", "-"): value for name, value in answers.items()}


def test_every_answer_of_a_page_is_saved_for_itself(municipality):
    response = municipality.sends(
        **whole_page(o_q1="nej", t_q3="Några ord.", n_q4="1 200", o_q5=["x", "y"], t_q9="Kajsa")
    )
    assert response.status_code == 302
    assert held(municipality, "q1") == ({"options": ["nej"]}, "", "")
    assert held(municipality, "q3") == ({"text": "Några ord."}, "", "")
    assert held(municipality, "q4") == ({"number": "1200"}, "", "")
    assert held(municipality, "q5") == ({"options": ["x", "y"]}, "", "")
    assert held(municipality, "q9") == ({"text": "Kajsa"}, "", "")
    assert held(municipality, "q8") is None


def test_sending_a_page_twice_writes_once(municipality):
    for _ in range(2):
        municipality.sends(**whole_page(o_q1="nej", t_q3="Ord"))
    assert Entry.objects.count() == 2


@pytest.mark.parametrize("go", ["next", "back", "overview", "s1", "language:en", "nowhere"])
def test_every_button_saves_before_it_leads_anywhere(municipality, go):
    response = municipality.sends(**whole_page(o_q1="nej"), go=go)
    assert response.status_code == 302
    assert held(municipality, "q1") == ({"options": ["nej"]}, "", "")
    assert response.url.startswith("/en/svara/" if go == "language:en" else "/svara/")


def test_a_page_goes_on_at_another_browser_with_the_same_link_and_a_code(municipality):
    municipality.answers("q3", t="Början")
    elsewhere = Municipality(municipality.case, token=municipality.token)
    Link.objects.update(code_sent_at=timezone.now() - timedelta(minutes=2))
    elsewhere.gets_in()
    assert "Början" in elsewhere.opens("del/s1/").content.decode()
    # And the first browser is still in
    assert municipality.opens("del/s1/").status_code == 200


def test_what_is_refused_stays_in_its_field_and_the_rest_is_saved(municipality):
    response = municipality.sends(**whole_page(o_q1="nej", n_q4="många"))
    words = response.content.decode()
    assert response.status_code == 422
    assert 'href="#q-q4"' in words
    assert 'value="många"' in words
    assert held(municipality, "q4") is None
    assert held(municipality, "q1") == ({"options": ["nej"]}, "", "")


def test_an_answer_that_breaks_its_questions_rule_is_refused_in_the_rules_own_words(municipality):
    response = municipality.answers("q4", n="3")
    assert response.status_code == 422
    assert "Minst tio." in response.content.decode()
    assert held(municipality, "q4") is None
    assert municipality.answers("q4", n="10").status_code == 302


def test_two_answers_to_one_question_are_shown_side_by_side_and_the_rest_is_saved(municipality):
    # Given a colleague who answered after this page was shown
    colleague_answers(municipality, "q1", {"options": ["ja"]})
    # When the page is sent with another answer
    response = municipality.sends(**whole_page(o_q1="nej", t_q3="Annat"))
    # Then both are there to choose from, the colleague's still holds, and the rest is saved
    words = response.content.decode()
    assert response.status_code == 409
    assert 'name="keep" value="q1:1"' in words
    assert 'name="drop" value="q1"' in words
    assert held(municipality, "q1") == ({"options": ["ja"]}, "", "")
    assert held(municipality, "q3") == ({"text": "Annat"}, "", "")


def test_one_press_takes_ones_own_answer(municipality):
    colleague_answers(municipality, "q1", {"options": ["ja"]})
    response = municipality.sends(**whole_page(o_q1="nej"), keep="q1:1")
    assert response.status_code == 302
    assert held(municipality, "q1") == ({"options": ["nej"]}, "", "")


def test_one_press_takes_the_colleagues_answer(municipality):
    colleague_answers(municipality, "q1", {"options": ["ja"]})
    assert municipality.sends(**whole_page(o_q1="nej"), drop="q1").status_code == 302
    assert held(municipality, "q1") == ({"options": ["ja"]}, "", "")
    assert Entry.objects.count() == 1


def test_a_third_answer_while_choosing_is_a_new_choice(municipality):
    colleague_answers(municipality, "q3", {"text": "ett"})
    colleague_answers(municipality, "q3", {"text": "två"}, seen=1)
    response = municipality.sends(**whole_page(t_q3="mitt"), keep="q3:1")
    assert response.status_code == 409
    assert held(municipality, "q3") == ({"text": "två"}, "", "")
    assert "två" in response.content.decode()


def test_a_field_that_nobody_touched_overwrites_nothing(municipality):
    # Given a page that shows an answer which a colleague then changes
    municipality.answers("q3", t="gammalt")
    colleague_answers(municipality, "q3", {"text": "nytt"}, seen=1)
    # When the page is sent back with that field as it was seen
    response = municipality.sends(**whole_page(t_q3="gammalt", seen_q3=1))
    # Then nothing is asked and the colleague's answer holds
    assert response.status_code == 302
    assert held(municipality, "q3") == ({"text": "nytt"}, "", "")


def test_a_field_that_a_script_saw_touched_is_an_answer_though_it_was_seen_so(municipality):
    municipality.answers("q3", t="gammalt")
    colleague_answers(municipality, "q3", {"text": "nytt"}, seen=1)
    fields = whole_page(t_q3="gammalt", seen_q3=1, touched_q3="1")
    assert municipality.sends(**fields).status_code == 409


def test_do_not_know_is_saved_and_then_asked_why(municipality):
    response = municipality.sends(**whole_page(o_q1="vet-ej"))
    assert held(municipality, "q1") == ({"options": ["vet-ej"]}, "", "")
    assert "varför ni inte vet" in response.content.decode()
    assert municipality.answers("q1", seen=1, o="vet-ej", w="Ingen har frågat.").status_code == 302
    assert held(municipality, "q1") == ({"options": ["vet-ej"]}, "", "Ingen har frågat.")


def test_why_is_forgotten_with_the_reason(municipality):
    municipality.answers("q1", o="vet-ej", w="Ingen har frågat.")
    municipality.answers("q1", seen=1, o="nej", w="Ingen har frågat.")
    assert held(municipality, "q1") == ({"options": ["nej"]}, "", "")


@pytest.mark.parametrize("reason", ["refused", "dont_know"])
def test_every_question_can_be_left_with_a_reason(municipality, reason):
    municipality.answers("q3", m=reason, w="Skäl")
    assert held(municipality, "q3") == ({}, reason, "Skäl")


@pytest.mark.parametrize("reason", ["silent", "not_asked", "något"])
def test_a_reason_that_is_not_theirs_to_give_is_refused(municipality, reason):
    assert municipality.answers("q3", m=reason).status_code == 422
    assert held(municipality, "q3") is None


def test_an_answer_and_a_reason_at_once_are_refused_and_both_kept_on_the_page(municipality):
    response = municipality.answers("q3", t="Ord", m="refused")
    assert response.status_code == 422
    assert "Ord" in response.content.decode()


def test_an_answer_that_is_emptied_is_left_blank_and_its_past_stays(municipality):
    municipality.answers("q3", t="Ord")
    municipality.answers("q3", seen=1, t="")
    assert held(municipality, "q3") == ({}, "blank", "")
    assert Entry.objects.count() == 2


def test_a_follow_up_comes_when_its_parent_is_answered_so(municipality):
    assert 'id="q-q2" data-question="q2" hidden disabled' in municipality.opens("del/s1/").content.decode()
    response = municipality.answers("q1", o="ja")
    assert response.url.endswith("/del/s1/#q-q2")
    assert 'id="q-q2" data-question="q2" hidden' not in municipality.opens("del/s1/").content.decode()


def test_a_changed_parent_keeps_the_follow_ups_draft(municipality):
    municipality.answers("q1", o="ja")
    municipality.answers("q2", o="a")
    municipality.answers("q1", seen=1, o="nej")
    assert 'id="q-q2" data-question="q2" hidden' in municipality.opens("del/s1/").content.decode()
    municipality.answers("q1", seen=2, o="ja")
    assert held(municipality, "q2") == ({"options": ["a"]}, "", "")


def test_the_exact_number_is_taken_with_the_highest_band_only(municipality):
    municipality.answers("q8", o="over-30", n="45")
    assert held(municipality, "q8") == ({"number": "45", "options": ["over-30"]}, "", "")
    municipality.answers("q8", seen=1, o="0-5", n="45")
    assert held(municipality, "q8") == ({"options": ["0-5"]}, "", "")


def test_a_number_outside_its_band_is_refused(municipality):
    assert municipality.answers("q8", o="over-30", n="12").status_code == 422


def test_codes_that_staff_set_stay_with_the_words_they_were_set_for():
    # Given words that have been coded
    municipality = Municipality(makers.case()).gets_in()
    question = question_of(municipality.case, "q9")
    question.options.create(code="kod", order=1, label_sv="Kod", label_en="Code")
    municipality.answers("q9", t="Ord")
    Entry.objects.update(value={"text": "Ord", "options": ["kod"]})
    # When the page is sent back as it was
    municipality.answers("q9", seen=1, t="Ord")
    # Then they are still coded
    assert held(municipality, "q9") == ({"text": "Ord", "options": ["kod"]}, "", "")


def test_a_long_text_has_room_and_a_longer_one_is_told_and_kept(municipality):
    assert municipality.answers("q3", t="å" * 10_000).status_code == 302
    response = municipality.answers("q3", seen=1, t="ä" * 10_001)
    assert response.status_code == 422
    assert "ä" * 10_001 in response.content.decode()


def test_odd_fields_are_no_error_of_ours(municipality):
    for seen in ("", "x", "-1", "²", "9" * 40):
        assert municipality.answers("q3", seen=seen, t="Ord").status_code in (302, 409)
    assert municipality.sends(**{"seen-nix": 0, "o-nix": "ja"}, keep="nix:²", drop="nix").status_code == 302


@pytest.mark.parametrize("why", ["submitted", "locked", "closed", "prepared"])
def test_where_no_answers_are_taken_what_was_typed_is_shown_and_nothing_changes(municipality, why):
    if why == "submitted":
        submit(case=municipality.case)
    elif why == "locked":
        set_locked(case=municipality.case, locked=True)
    else:
        makers.set_state(municipality.case, Fieldwork.State(why))
    response = municipality.answers("q3", t="Det jag just skrev")
    assert response.status_code == 409
    assert "Det jag just skrev" in response.content.decode()
    assert held(municipality, "q3") is None
    assert municipality.opens("del/s1/").status_code == 302


def test_what_was_typed_while_the_visit_ran_out_is_carried_past_the_code(municipality):
    code = makers.code_in(mail.outbox[-1].body)
    # Given a visit that has ended while somebody typed
    municipality.client.cookies.clear()
    response = municipality.answers("q3", t="Skrivet i tolv timmar")
    assert response.status_code == 403
    words = response.content.decode()
    assert 'name="t-q3" value="Skrivet i tolv timmar"' in words
    # When a wrong code is typed it is still there
    response = municipality.answers("q3", t="Skrivet i tolv timmar", code="AAAAAAAA")
    assert 'name="t-q3" value="Skrivet i tolv timmar"' in response.content.decode()
    assert held(municipality, "q3") is None
    # And the right code saves it
    assert municipality.answers("q3", t="Skrivet i tolv timmar", code=code).status_code == 302
    assert held(municipality, "q3") == ({"text": "Skrivet i tolv timmar"}, "", "")
    assert municipality.opens("oversikt/").status_code == 200


def test_a_script_is_told_what_became_of_its_answer(municipality):
    def tell(**fields: Any) -> Any:
        sent = municipality.fields(**fields)
        answer = municipality.client.post(municipality.address("del/s1/"), sent, headers={"accept": "application/json"})
        return json.loads(answer.content)

    told = tell(seen_q1=0, o_q1="ja", touched_q1=1)
    assert told["answers"]["q1"] == {"result": "saved", "revision": 1, "message": ""}
    assert "q2" in told["put"]
    assert tell(seen_q1=0, o_q1="nej", touched_q1=1)["answers"]["q1"]["result"] == "conflict"
    assert tell(seen_q4=0, n_q4="x", touched_q4=1)["answers"]["q4"]["result"] == "refused"
    submit(case=municipality.case)
    assert tell(seen_q1=1, o_q1="nej", touched_q1=1)["answers"]["q1"]["result"] == "closed"


def test_the_script_may_speak_to_this_page_and_nowhere_else(municipality):
    policy = municipality.opens("del/s1/").headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "connect-src" not in municipality.opens("oversikt/").headers["Content-Security-Policy"]


def test_a_part_that_the_form_does_not_have_is_not_there(municipality):
    assert municipality.opens("del/nix/").status_code == 404


def test_the_first_answer_makes_the_case_begun(municipality):
    assert Case.objects.get(pk=municipality.case.pk).state == Case.State.UNTOUCHED
    municipality.sends(**whole_page())
    assert Case.objects.get(pk=municipality.case.pk).state == Case.State.UNTOUCHED
    municipality.answers("q3", t="Ord")
    assert Case.objects.get(pk=municipality.case.pk).state == Case.State.BEGUN
