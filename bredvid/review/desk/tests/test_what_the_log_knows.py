"""The log of staff has an entry where something changed, and none where nothing did."""

import csv
import io

import pytest
from django.utils import timezone

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.desk.tests.rounds import SECRET_NUMBER, at, failed_letter
from bredvid.review.models import Fieldwork

pytestmark = pytest.mark.django_db

ROUND = "/personal/granskning/2031/"
PARTICULARS = {
    "title_sv": "Prov 2031", "title_en": "Trial 2031", "year": "2031", "contact": "vi@roks.example",
    "fieldwork_sv": "", "fieldwork_en": "", "answer_by": "", "previous": "",
}  # fmt: skip


def logged(path: str, sent: dict[str, str]) -> list[str]:
    """What one sending adds to the log."""
    before = ActivityEntry.objects.count()
    signed_in_client("reviewer").post(ROUND + path, sent)
    return [f"{entry.action}: {entry.detail}" for entry in ActivityEntry.objects.order_by("number")[before:]]


@pytest.mark.parametrize(
    ("path", "sent", "first"),
    [
        ("andra/", PARTICULARS | {"year": "2032"}, "round.change: year"),
        ("oppna-stang/", {"close": ""}, "round.change: state: closed"),
        ("paminnelser/", {"day": "2026-01-07"}, "round.change: reminder 2026-01-07"),
        ("paminnelser/", {"remove": "2031-03-01"}, "round.change: no reminder 2031-03-01"),
        ("adresser/", {"text": "0180; a@b.example", "accepted": ""}, "link.manage: mailboxes: 1"),
        ("kommuner/{submitted}/adress/", {"mailbox": "a@b.example"}, "link.manage: mailboxes: 1"),
        ("kommuner/{submitted}/las/", {}, "answer.lock: locked"),
        ("kommuner/{locked}/las/", {"unlock": ""}, "answer.lock: unlocked"),
        ("kommuner/{begun}/utfall/", {"outcome": "partial"}, "answer.correct: outcome: partial"),
        ("koda/q9/{begun}/", {"codes": "enhet", "seen": "1"}, "answer.correct: q9: codes"),
    ],
)
def test_a_change_is_logged_once_and_doing_it_again_is_not(round_, path, sent, first):
    path = path.format(**{stage: at(round_, stage).slug for stage in ("submitted", "locked", "begun")})
    assert logged(path, sent) == [first]
    assert logged(path, sent) == []


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("andra/", PARTICULARS), ("oppna-stang/", {"open": ""}), ("paminnelser/", {"remove": "1999-01-01"}),
        ("paminnelser/", {"day": "nonsens"}), ("paminnelser/", {"day": "2999-01-01"}),
        ("kommuner/{submitted}/adress/", {"mailbox": "nonsens"}), ("kommuner/{submitted}/utfall/", {"outcome": "x"}),
        ("kommuner/{submitted}/lank/", {}), ("kommuner/{submitted}/lank/", {"withdraw": ""}), ("brev/igen/", {}),
    ],
)  # fmt: skip
def test_what_changes_nothing_is_not_logged(round_, path, sent):
    assert logged(path.format(submitted=at(round_, "submitted").slug), sent) == []


def test_reminders_are_kept_in_order_and_none_is_still_to_come(round_):
    client = signed_in_client("reviewer")
    today = timezone.localdate().isoformat()
    for day in (today, "2026-01-07", "2026-01-07"):
        client.post(f"{ROUND}paminnelser/", {"day": day})
    assert Fieldwork.objects.get(pk="2031").reminders == sorted({"2026-01-07", today, "2031-03-01"})
    page = client.post(f"{ROUND}paminnelser/", {"day": "2999-01-01"})
    assert page.status_code == 422
    assert "har inte kommit än" in page.content.decode()


@pytest.mark.parametrize("role", ["reviewer", "analyst"])
def test_whoever_takes_answers_out_is_named_though_it_only_reads(round_, role):
    client = signed_in_client(role)
    answer = client.post(f"{ROUND}svar.csv", {})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Disposition"] == 'attachment; filename="2031-svar.csv"'
    assert str(SECRET_NUMBER) in answer.content.decode()
    assert len(rows) == 290
    [entry] = ActivityEntry.objects.all()
    assert (entry.action, entry.subject, entry.detail, entry.staff) == ("answer.export", "2031", "", client.staff)


@pytest.mark.usefixtures("at_once")
def test_trying_failed_mail_again_is_logged_without_an_address(round_):
    failed_letter(at(round_, "begun"))
    [line] = logged("brev/igen/", {})
    assert "@" not in line
