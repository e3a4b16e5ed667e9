"""The pages of support periods: by alias or number only, in one's own unit only, and calm."""

import re
from datetime import date

import pytest
from django.core.signing import Signer
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bredvid.accounts.roles import ROLES
from bredvid.register import clock
from bredvid.register.actions import known, periods
from bredvid.register.codebook import current
from bredvid.register.models import AccessEntry, Contact, FollowUpAnswer, FrozenYear, PeriodYear, SupportPeriod
from bredvid.register.rules import aliases
from bredvid.register.tests.makers import QUICK, client_of, contact, stored, unit
from bredvid.register.views.receipts import receipt_for

pytestmark = pytest.mark.django_db
State = SupportPeriod.State


@pytest.fixture(autouse=True)
def november(monkeypatch):
    travel(monkeypatch, date(2026, 11, 23))


def travel(monkeypatch, day):
    monkeypatch.setattr(clock, "today", lambda: day)


def opened(of):
    period = periods.open_period(unit=of, staff=None)
    periods.add_contact(unit=of, staff=None, period=period, month=202611, place=0, values=stored(**QUICK))
    return period


def page(client, name, *args, **options):
    return client.get(reverse(f"register:{name}", args=args), **options)


def send(client, name, *args, **fields):
    return client.post(reverse(f"register:{name}", args=args), fields)


def deeds(of):
    codes = current().variable("S02").by_number
    return {(codes[entry.deed].code, entry.number) for entry in AccessEntry.objects.filter(unit=of)}


def test_a_period_is_opened_and_its_words_are_shown_large():
    ours = unit()
    client = client_of(ours)
    answer = client.post(reverse("register:period-open"), follow=True)
    period = SupportPeriod.objects.get()
    text = answer.content.decode()
    assert answer.redirect_chain == [(f"/personal/register/stod/{period.number}/?klart=oppnad", 302)]
    assert f'<h1 class="alias" lang="sv">{aliases.name_of(period.alias)}</h1>' in text
    assert {("ÖPPNAT", 1), ("LÄST", 1)} <= deeds(ours)


@pytest.mark.parametrize("name", ["period", "period-known", "period-rest", "period-close", "follow-up", "card"])
def test_every_page_that_says_something_of_her_is_noted_as_read(name):
    ours = unit()
    period = opened(ours)
    AccessEntry.objects.all().delete()
    page(client_of(ours), name, *([] if name == "card" else [period.number]), data={"period": period.number})
    assert deeds(ours) == {("LÄST", period.number)}


def test_the_contact_of_the_receipt_comes_along():
    ours = unit()
    counted = contact(ours)
    send(client_of(ours), "period-open", kvitto=receipt_for(counted))
    counted.refresh_from_db()
    assert counted.period == SupportPeriod.objects.get()


def test_a_receipt_of_another_unit_or_of_several_opens_a_period_with_no_contact_or_none():
    ours = unit()
    client = client_of(ours)
    assert send(client, "period-open", kvitto=receipt_for(contact(unit()))).status_code == 409
    assert send(client, "period-open", kvitto=receipt_for(contact(ours), 3)).status_code == 302
    assert send(client, "period-open", kvitto="made-up").status_code == 302
    assert not Contact.objects.filter(in_period=True).exists()


def test_it_is_found_by_words_or_number_and_what_is_typed_is_not_said_again():
    ours = unit()
    client, period = client_of(ours), opened(ours)
    for text in (aliases.name_of(period.alias), str(period.number)):
        assert send(client, "period-find", alias=text).headers["Location"] == "/personal/register/stod/1/"
    missed = send(client, "period-find", alias="Anna Kanariefågelsson")
    assert missed.status_code == 404
    assert "Kanariefågel" not in missed.content.decode()
    assert ("SÖKT", 0) in deeds(ours)
    assert client.get(reverse("register:period-find"), {"alias": "1"}).status_code == 405


def without_keys(answer):
    """A page without the keys against forged forms, which differ each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", answer.content)


def headers(answer):
    """What stands above a page, without the moment it was made."""
    return {name: value for name, value in answer.headers.items() if name != "Expires"}


def questions(asked):
    """What the database was asked, without the moment that the session is looked up with."""
    return [re.sub(r"'\d{4}-\d\d-\d\d [\d:.+]+'", "now", query["sql"]) for query in asked]


NAMES = ("period", "period-known", "period-rest", "period-close", "follow-up")


@pytest.mark.parametrize("name", NAMES)
def test_a_foreign_period_and_one_that_never_was_are_the_same_bytes_by_the_same_questions(name):
    ours, theirs = unit(), unit()
    client = client_of(ours)
    page(client, name, 7)
    with CaptureQueriesContext(connection) as never:
        one = page(client, name, 7)
    for _each in range(7):
        opened(theirs)
    with CaptureQueriesContext(connection) as foreign:
        other = page(client, name, 7)
    assert one.status_code == other.status_code == 404
    assert without_keys(one) == without_keys(other)
    assert questions(never) == questions(foreign) != []
    assert headers(one) == headers(other)


def test_looking_for_a_foreign_alias_is_like_looking_for_none():
    ours, theirs = unit(), unit()
    client, foreign = client_of(ours), opened(theirs)
    free = aliases.name_of((foreign.alias + 1) % aliases.HOW_MANY)
    with CaptureQueriesContext(connection) as first:
        one = send(client, "period-find", alias=aliases.name_of(foreign.alias))
    with CaptureQueriesContext(connection) as second:
        other = send(client, "period-find", alias=free)
    assert without_keys(one) == without_keys(other)
    asked = [
        [re.sub(r"\d+", "0", query["sql"]) for query in each if "supportperiod" in query["sql"]]
        for each in (first, second)
    ]
    assert asked[0] == asked[1] != []


@pytest.mark.parametrize(
    "name", ["period-known", "period-mark", "period-rest", "period-close", "period-reopen", "follow-up"]
)
def test_nothing_is_done_to_a_foreign_period(name):
    ours, theirs = unit(), unit()
    opened(theirs)
    before = list(SupportPeriod.objects.values()), list(PeriodYear.objects.values()), list(Contact.objects.values())
    answer = send(client_of(ours), name, 1, months=["3"], closure="HON-KLAR", forms=["M2"], tally="JA", outcome="STOPP")
    assert answer.status_code == 404
    assert before == (
        list(SupportPeriod.objects.values()), list(PeriodYear.objects.values()), list(Contact.objects.values())
    )  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_only_who_keeps_periods_sees_them(role):
    ours = unit()
    opened(ours)
    client = client_of(ours, role)
    allowed = role == "worker"
    for name, args in [("periods", ()), ("due", ()), *((name, (1,)) for name in NAMES)]:
        answer = page(client, name, *args)
        assert answer.status_code == (403 if not allowed else 302 if name == "follow-up" else 200), name


def test_a_period_that_is_over_is_gone_also_before_it_is_destroyed(monkeypatch):
    ours = unit()
    client, period = client_of(ours), opened(ours)
    send(client, "period-close", 1, closure="HON-KLAR")
    assert "21 februari 2027" in page(client, "period", 1).content.decode()
    travel(monkeypatch, date(2027, 2, 20))
    assert page(client, "period", 1).status_code == 200
    SupportPeriod.objects.filter(pk=period.pk).update(closed_on=date(2026, 11, 22))
    assert page(client, "period", 1).status_code == 404
    assert send(client, "period-find", alias="1").status_code == 404
    assert client.get(reverse("register:card"), {"period": 1}).status_code == 404


def test_it_rests_is_followed_up_and_ends(monkeypatch):
    ours = unit()
    client = client_of(ours)
    opened(ours)
    assert send(client, "period-rest", 1).status_code == 422
    send(client, "period-rest", 1, months=["3", "6"])
    assert "P1" not in page(client, "period", 1).content.decode()
    travel(monkeypatch, date(2027, 2, 23))
    assert "Hur trygg känner du dig nu?" in page(client, "follow-up", 1).content.decode()
    assert send(client, "follow-up", 1).status_code == 422
    assert send(client, "follow-up", 1, outcome="EJ-NÅDD", change_health="BÄTTRE").status_code == 422
    send(client, "follow-up", 1, outcome="EJ-NÅDD")
    assert not FollowUpAnswer.objects.exists()
    send(client, "follow-up", 1, outcome="SVARADE", change_health="BÄTTRE", change_power="VS", stop="on")
    answer = FollowUpAnswer.objects.get()
    assert (answer.unit, answer.month, answer.months) == (ours, 202702, 3)
    assert (answer.outcome, answer.change_health, answer.change_power, answer.change_safety) == (1, 1, 62, 0)
    assert SupportPeriod.objects.get().state == State.CLOSED


def test_what_is_known_is_corrected_only_where_the_page_was_changed():
    ours = unit()
    client, period = client_of(ours), opened(ours)
    periods.add_contact(
        unit=ours, staff=None, period=period, month=202611, place=0, values=stored(**{**QUICK, "forms": ["M2"]})
    )
    send(client, "period-known", 1, forms=["P1", "M2"], situation="PÅG", age="40+")
    assert {each.age for each in Contact.objects.all()} == {4}
    assert {each.forms for each in Contact.objects.all()} == {1, 1 << 6}, "forms stood as they were shown"


def test_what_a_colleague_wrote_while_the_page_stood_open_stays():
    ours = unit()
    client, period = client_of(ours), opened(ours)
    stood = page(client, "period-known", 1).content.decode()
    shown = dict(re.findall(r'<input type="hidden" name="(shown_\w+)" value="(\d+)">', stood))
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["P1", "M2"]))
    send(client, "period-known", 1, forms=["P1"], situation="PÅG", age="40+", **shown)
    year = PeriodYear.objects.get()
    assert {"forms": year.forms, "age": year.age} == stored(forms=["P1", "M2"], age="40+")


def test_where_every_year_of_hers_is_final_it_is_said_and_nothing_that_was_chosen_is_lost():
    ours = unit()
    client, period = client_of(ours), periods.open_period(unit=ours, staff=None)
    periods.add_contact(unit=ours, staff=None, period=period, month=202512, place=0, values=stored(**QUICK))
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    answer = send(client, "period-known", 1, forms=["M2"], situation="PÅG", age="40+")
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "2025 är stängt och ändras inte. Räkna en kontakt med henne först" in said
    assert re.search(r'name="age"[^>]*value="40\+"[^>]*checked', said)
    assert PeriodYear.objects.get().year == 2025


def test_a_mark_alone_hides_nothing_of_what_is_known_of_her():
    ours = unit()
    client, period = client_of(ours), periods.open_period(unit=ours, staff=None)
    periods.add_contact(unit=ours, staff=None, period=period, month=202512, place=0, values=stored(**QUICK))
    known.set_tally(unit=ours, staff=None, period=period, tally=1)
    assert re.search(r'name="age"[^>]*value="18-24"[^>]*checked', page(client, "period-known", 1).content.decode())


def test_a_refusal_is_said_on_the_periods_page():
    ours = unit()
    client, period = client_of(ours), opened(ours)
    periods.close(unit=ours, staff=None, period=period)
    answer = send(client, "period-rest", 1, months=["3"])
    assert answer.status_code == 409
    assert "inte öppen" in answer.content.decode()


CANARY = "Kanariefågel-4711"


@pytest.mark.parametrize(
    "name", ["period-find", "period-open", "period-known", "period-mark", "period-rest", "period-close", "follow-up"]
)
def test_a_word_typed_into_any_field_is_nowhere(name, caplog):
    ours = unit()
    client = client_of(ours)
    opened(ours)
    columns = [variable.column for variable in current().variables]
    fields = dict.fromkeys([*columns, "alias", "kvitto", "months", "stop", "key", "note"], CANARY)
    answer = client.post(
        reverse(f"register:{name}", args=() if name in ("period-find", "period-open") else (1,)), fields
    )
    assert CANARY not in answer.content.decode()
    assert CANARY not in answer.headers.get("Location", "")
    assert CANARY not in caplog.text
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (our own tables)
            assert CANARY not in repr(cursor.fetchall()), table


def test_the_address_says_what_was_done_in_words_of_ours_only():
    ours = unit()
    opened(ours)
    answer = page(client_of(ours), "period", 1, data={"klart": CANARY})
    assert CANARY not in answer.content.decode()


def test_a_final_year_refuses_a_contact_calmly():
    ours = unit()
    counted = contact(ours, month=202512)
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    answer = send(client_of(ours), "period-open", kvitto=receipt_for(counted))
    assert answer.status_code == 409
    assert not SupportPeriod.objects.exists(), "nothing is half done"


def test_a_receipt_says_no_time():
    token = receipt_for(contact(unit()))
    assert Signer(salt="register.receipt").unsign(token).count("-") == 1
    assert token.count(":") == 1
