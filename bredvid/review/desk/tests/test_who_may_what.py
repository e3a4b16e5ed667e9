"""Every address of the desk by role, second factor, state of the round and state of the municipality.

The table is written here, independently of what guards the views.
"""

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.core import serializers
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from bredvid.accounts.tests.makers import signed_in_client, staff_with
from bredvid.review.desk import urls
from bredvid.review.desk.tests import rounds
from bredvid.review.desk.tests.rounds import a_round, at
from bredvid.review.fieldwork.tests import makers
from bredvid.review.models import Case, Fieldwork

pytestmark = pytest.mark.django_db

ROLES = ("worker", "coordinator", "reviewer", "analyst", "administrator")
#                     method    worker coordinator reviewer analyst administrator
TABLE = """
rounds                GET          -        -         x        x         x
new-round             GET,POST     -        -         x        -         -
questionnaires        GET          -        -         x        x         x
new-questionnaire     GET,POST     -        -         x        -         -
questionnaire         GET          -        -         x        x         x
questionnaire-file    GET          -        -         x        x         x
round                 GET          -        -         x        x         x
change-round          GET,POST     -        -         x        -         -
open-or-close         POST         -        -         x        -         -
reminders             POST         -        -         x        -         -
answers-file          POST         -        -         x        x         -
coding                GET          -        -         x        -         -
next-words            GET          -        -         x        -         -
set-codes             POST         -        -         x        -         -
mailboxes             GET,POST     -        -         x        -         -
letters               GET          -        -         x        x         x
send-again            POST         -        -         x        -         -
cases                 GET          -        -         x        x         x
cases-file            GET          -        -         x        x         x
send                  POST         -        -         x        -         -
case                  GET          -        -         x        x         -
mailbox               POST         -        -         x        -         -
link                  POST         -        -         x        -         -
lock                  POST         -        -         x        -         -
outcome               POST         -        -         x        -         -
answer                GET          -        -         x        x         -
correct               POST         -        -         x        -         -
restore               POST         -        -         x        -         -
"""
ROWS = {name: (methods.split(","), dict(zip(ROLES, marks, strict=True)))
        for name, methods, *marks in (line.split() for line in TABLE.strip().splitlines())}  # fmt: skip
CELLS = [(name, method, role, mark == "x") for name, (methods, marks) in ROWS.items()
         for method in methods for role, mark in marks.items()]  # fmt: skip
# What a sent form holds that would change something.
SENT = {
    "new-round": {"code": "2032", "title_sv": "Ny", "title_en": "New", "year": "2032"},
    "change-round": {"title_sv": "Annan", "title_en": "Other", "year": "2031"},
    "open-or-close": {"close": ""}, "reminders": {"day": "2026-01-07"}, "set-codes": {"codes": "enhet", "seen": "1"},
    "mailboxes": {"text": "0180; annan@kommun.example", "accepted": ""}, "send": {"case": "0180", "confirmed": ""},
    "mailbox": {"mailbox": "annan@kommun.example"}, "link": {"make": ""}, "lock": {}, "outcome": {"outcome": "refusal"},
    "correct": {"seen-q1": "1", "o-q1": "ja", "reason": "De skrev till oss."}, "send-again": {}, "answers-file": {},
}  # fmt: skip


def address(name: str, round_: Fieldwork, case: Case, **changed: str) -> str:
    """The address of a page, with what it needs; `changed` puts something else in its place."""
    pattern = next(each for each in urls.urlpatterns if each.name == name)
    form = round_.questionnaire
    known: dict[str, object] = {"slug": case.slug, "revision": 1, "version": form.version}
    known["code"] = form.code if name.startswith("questionnaire") else round_.code
    known["question"] = "q9" if name in ("next-words", "set-codes") else "q1"
    wanted = pattern.pattern.converters.keys()
    return reverse(f"desk:{name}", kwargs={key: changed.get(key, known[key]) for key in wanted})


def ask(client: Client, method: str, path: str, name: str):
    return client.get(path) if method == "GET" else client.post(path, SENT.get(name, {}))


def everything() -> str:
    """Every row of the house's own rooms, as text."""
    rooms = ("accounts", "review", "places", "report")
    return as_text(model for model in apps.get_models() if model._meta.app_label in rooms)


def review() -> str:
    """The same of the review alone: what a refused person must not have changed."""
    return as_text(apps.get_app_config("review").get_models())


def as_text(models: Iterable[type[Model]]) -> str:
    rows = [row for model in models for row in model._default_manager.order_by("pk")]
    return str(serializers.serialize("json", rows))


def test_the_table_names_every_address():
    assert set(ROWS) == {pattern.name for pattern in urls.urlpatterns}


@pytest.mark.parametrize("role", [*ROLES, "nobody", "reviewer-without", "administrator-without", "closed"])
def test_each_address_opens_to_the_roles_of_its_table_and_is_closed_to_all_others(round_, role):
    # Given a round with a municipality that has handed in
    case = at(round_, "submitted")
    rounds.failed_letter(case)
    clients = {
        "nobody": lambda: Client(),
        "reviewer-without": lambda: signed_in_client("reviewer", second_factor=False),
        "administrator-without": lambda: signed_in_client("administrator", second_factor=False),
        "closed": lambda: signed_in_client(staff=staff_with("reviewer", active=False)),
    }
    client = clients.get(role, lambda: signed_in_client(role))()
    before = review()
    for name, (methods, marks) in ROWS.items():
        for method in methods:
            # When the address is asked for, then it opens or not as the table says
            may = marks.get(role) == "x"
            if may and method == "POST":
                continue  # what it does then is tested where it is done
            status = ask(client, method, address(name, round_, case), name).status_code
            assert status == (200 if may else 302 if role not in ROLES else 403), (name, method)
    # And nothing is changed
    assert review() == before


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if "POST" in methods])
def test_the_roles_of_the_table_may_send(round_, name):
    for role, mark in ROWS[name][1].items():
        if mark == "x":
            answer = ask(signed_in_client(role), "POST", address(name, round_, at(round_, "submitted")), name)
            assert answer.status_code in (200, 302, 422), role


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if methods == ["POST"]])
def test_what_changes_something_refuses_to_be_looked_at(round_, name):
    assert signed_in_client("reviewer").get(address(name, round_, at(round_, "submitted"))).status_code == 405


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if "POST" in methods])
def test_what_was_not_sent_from_our_own_page_is_refused(round_, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff_with("reviewer"))
    before = review()
    assert ask(client, "POST", address(name, round_, at(round_, "submitted")), name).status_code == 403
    assert review() == before


@pytest.mark.parametrize("state", ["prepared", "open", "closed"])
def test_looking_changes_nothing_at_any_stage(state):
    # Given a round in each state, with a municipality at every stage
    round_ = a_round(state=state)
    client = signed_in_client("reviewer")
    before = everything()
    for name, (methods, _) in ROWS.items():
        if "GET" not in methods:
            continue
        pattern = next(each for each in urls.urlpatterns if each.name == name)
        stages = rounds.AT if "slug" in pattern.pattern.converters else ["submitted"]
        for stage in stages:
            # When every page is looked at, in both languages
            path = address(name, round_, at(round_, stage))
            for prefix in ("", "/en"):
                assert client.get(prefix + path).status_code == 200, (name, stage)
    # Then the database is as it was
    assert everything() == before


# What each stage of a municipality and each state of its round lets a reviewer do to its answers and its link:
#                                 correct  restore  codes   mail a link     make a link
STAGES = """
open      untouched               yes      -        -       reads           reads
open      begun                   yes      yes      yes     reads           reads
open      submitted               yes      yes      yes     reopens         reopens
open      reopened                yes      yes      yes     reads           reads
open      locked                  no       no       no      refused         reads
closed    submitted               yes      yes      yes     refused         reads
closed    locked                  no       no       no      refused         reads
prepared  untouched               yes      -        -       reads           reads
"""


@pytest.mark.parametrize("line", STAGES.strip().splitlines(), ids=lambda line: "-".join(line.split()[:2]))
def test_what_may_be_done_follows_from_the_stage(line, at_once):
    state, stage, correct, restore, codes, mailed, made = line.split()
    round_ = a_round(state=state)
    case, client = at(round_, stage), signed_in_client("reviewer")
    path = f"/personal/granskning/{round_.code}/kommuner/{case.slug}/"

    def entries() -> int:
        return case.entries.count()

    # Correcting
    before, seen = entries(), "0" if stage == "untouched" else "1"
    client.post(f"{path}svar/q1/ratta/", {"seen-q1": seen, "o-q1": "ja", "reason": "De skrev."})
    assert (entries() > before) is (correct == "yes")
    if restore != "-":
        before = entries()
        client.post(f"{path}svar/q1/aterstall/1/")
        assert (entries() > before) is (restore == "yes")
    if codes != "-":
        before = entries()
        client.post(f"/personal/granskning/{round_.code}/koda/q9/{case.slug}/", {"codes": "enhet", "seen": "1"})
        assert (entries() > before) is (codes == "yes")
    # Neither has changed where the municipality stands
    assert Case.objects.get(pk=case.pk).state == case.state
    # Links
    for button, expected in (("mail", mailed), ("make", made)):
        before = case.links.count()
        client.post(f"{path}lank/", {button: ""})
        newest = case.links.first()
        reopens = newest is not None and newest.reopens
        found = "refused" if case.links.count() == before else "reopens" if reopens else "reads"
        assert found == expected, button


def test_nothing_of_one_round_is_reached_through_another(practice):
    # Given two rounds with questionnaires of their own, one over invented municipalities and one over real ones
    here = a_round()
    client, theirs = signed_in_client("reviewer"), practice.cases.first()
    ours = at(here, "submitted")
    for name in ROWS:
        pattern = next(each for each in urls.urlpatterns if each.name == name)
        wanted = pattern.pattern.converters.keys()
        wrong = []
        if "slug" in wanted:
            wrong.append(address(name, here, ours, slug=theirs.slug))
        if "question" in wanted:
            wrong.append(address(name, here, ours, question="q12"))
        if "code" in wanted:
            wrong.append(address(name, here, ours, code="1999"))
        before = review()
        for path in wrong:
            method = ROWS[name][0][0]
            # When what belongs to one is asked for through the other, then there is no such page
            assert ask(client, method, path, name).status_code == 404, path
        assert review() == before, name


def test_a_link_cannot_be_sent_to_a_municipality_of_another_round(practice, at_once):
    here = a_round()
    signed_in_client("reviewer").post(
        f"/personal/granskning/{here.code}/kommuner/skicka/", {"case": practice.cases.first().code, "confirmed": ""}
    )
    assert not practice.cases.filter(links__isnull=False).exists()


def test_a_note_has_no_page_to_correct():
    round_ = makers.fieldwork(makers.yes_no(), makers.question("n1", "note"), code="2033")
    case = round_.cases.get(code="0180")
    path = f"/personal/granskning/2033/kommuner/{case.slug}/svar/n1/"
    assert signed_in_client("reviewer").get(path).status_code == 404
