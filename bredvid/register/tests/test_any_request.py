"""Whatever is asked of the register's addresses, it answers: nothing that is sent breaks a page."""

import os
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import NoReverseMatch, reverse

from bredvid.accounts.models import Staff
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.register.models import Contact, PeriodYear
from bredvid.register.rules import merging
from bredvid.register.tests import makers
from bredvid.register.tests.forms_on_pages import Form, forms_of
from bredvid.register.tests.worlds import World, patterns, world

pytestmark = pytest.mark.django_db

# As many as a test may take; by hand more: BREDVID_FUZZ=20000.
REQUESTS = int(os.environ.get("BREDVID_FUZZ", "700"))
ODD = (
    *("", " ", "0", "-1", "1", "01", "٣", "²", "1e3", "NaN", "inf", "9" * 400, str(2**31), str(2**63), str(2**64)),
    *("\0", "a\0b", "\ud800", "\U0001f6aa", "å" * 3000, "%00", "../../x", "<script>", "' OR 1=1 --", "{{ 7*7 }}", "[]"),
    *("202611", "202613", "209912", "000000", "190001", "HON", "P1", "true", "None", "a:b", "77-1:x", "nr 3", "{}"),
)
NAMES = ("kvitto", "likadan", "period", "kanal", "manad", "plats", "antal", "sida", "vem", "klar", "klart", "fran",
         "till", "ar", "ja", "q", "key", "times", "raknat", "carried", "mapping", "header", "finding", "seen", "alias",
         "months", "staff", "organisation", "name", "provider", "place", "month", "file", "title", "stop")  # fmt: skip


def odd(random: Random) -> Any:
    """Something a browser could send."""
    one = random.choice(ODD).encode("utf-8", "replace").decode()
    return [one, random.choice(("1", "HON", one))] if random.random() < 0.15 else one


def arguments(random: Random, here: World, name: str) -> dict[str, Any]:
    """The arguments of an address, some of them of nothing."""
    right = here.arguments(name, random.choice(("open", "resting", "closed", "over")))
    if random.random() < 0.6:
        return right
    numbers = (0, 1, 2**31, 2**63, 2**64, 10**30, 202611)
    return {key: random.choice(("x", "-", "ingen")) if key == "code" else random.choice(numbers) for key in right}


def sent(random: Random, forms: list[Form]) -> dict[str, Any]:
    """A form as it should be but for some of it, or something else altogether."""
    if forms and random.random() < 0.7:
        fields: dict[str, Any] = dict(random.choice(forms).fields)
        for name in random.sample(sorted(fields), min(len(fields), random.randint(0, 3))):
            fields[name] = odd(random)
    else:
        fields = {random.choice(NAMES): odd(random) for _ in range(random.randint(0, 5))}
    if random.random() < 0.1:
        fields["file"] = SimpleUploadedFile(
            "x.csv", random.choice((b"", b"\xff\xfe", b"PK\3\4", b"a;b\n1;2", b"\0" * 99))
        )
    return fields


def ask(random: Random, client: Client, here: World, name: str, forms: list[Form]) -> int:
    try:
        address = reverse(f"register:{name}", kwargs=arguments(random, here, name))
    except NoReverseMatch:
        return 404
    if random.random() < 0.1:
        address = "/en" + address
    own = [form for form in forms if form.what[0] == name]
    what = sent(random, own)
    accepts = {"Accept": random.choice(("text/html", "application/json", "*/*"))}
    if random.random() < 0.6:
        return client.post(f"{address}?{random.choice(NAMES)}=1", what, headers=accepts).status_code
    return client.get(
        address, {name: value for name, value in what.items() if name != "file"}, headers=accepts
    ).status_code


def test_nothing_that_is_sent_breaks_a_page():
    # Given somebody who may do everything, and every page
    random, here = Random(4), world()  # noqa: S311 (a test that can be repeated)
    everybody = makers.staff_of(here.unit, "worker", "coordinator", "administrator")
    client = signed_in_client(staff=everybody)
    forms = forms_of(client, here)
    names = sorted(patterns())
    statuses: dict[int, int] = {}
    for _ in range(REQUESTS):
        # When anything is sent anywhere, then no page breaks (the client raises what a page raises)
        status = ask(random, client, here, random.choice(names), forms)
        statuses[status] = statuses.get(status, 0) + 1
        # Nobody loses her place in it
        Staff.objects.filter(pk=everybody.pk).update(organisation=here.unit.organisation)
    assert max(statuses) < 500
    assert min(statuses.get(code, 0) for code in (200, 302, 404)) > REQUESTS / 50, statuses
    # And the rows that stand there hold together
    for row in PeriodYear.objects.select_related("period"):
        contacts = Contact.objects.filter(period=row.period, month__range=(row.year * 100 + 1, row.year * 100 + 12))
        assert row.first_month // 100 == row.year
        assert row.first_month <= min(contacts.values_list("month", flat=True), default=row.first_month)
        merging.all_merged([{column: getattr(row, column) for column in merging.SHARED}])
