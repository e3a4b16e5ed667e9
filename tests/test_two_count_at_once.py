"""Two of one shelter at once, in processes of their own: no number is given twice, and a closed year holds."""

import threading
import time
from datetime import date
from typing import Any

import pytest

from bredvid.register.actions.contacts import new_key
from tests.test_killed_server import Killable, database as database
from tests.test_killed_while_counting import Phone, ask

EACH = 15
LAST_YEAR = date.today().year - 1


@pytest.fixture
def shelter(database, tmp_path):
    """A server, the shelter's key, and the sessions of a worker and a coordinator of it."""
    ask(database, "empty")
    unit, worker = ask(database, "shelter")
    coordinator = ask(database, "colleague", str(unit), "coordinator")
    server = Killable(database, tmp_path)
    yield server, str(unit), worker, coordinator
    server.kill()


def at_once(*deeds: Any) -> None:
    """Does several things at the same moment, and raises what any of them raised."""
    failures: list[BaseException] = []
    start = threading.Barrier(len(deeds))

    def run(deed: Any) -> None:
        start.wait()
        try:
            deed()
        except BaseException as error:  # told below, in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    if failures:
        raise failures[0]


def test_two_who_open_periods_at_once_are_never_given_the_same(database, shelter):
    server, unit, worker, _ = shelter
    phones = [Phone(server.port, worker) for _ in range(4)]

    def opens(phone: Phone) -> None:
        for _ in range(EACH):
            assert phone.send("/personal/register/stod/oppna/", {"kvitto": ""})[0] == 302

    at_once(*(lambda phone=phone: opens(phone) for phone in phones))
    made = ask(database, "periods", unit)
    assert sorted(number for number, _ in made) == list(range(1, 4 * EACH + 1))
    assert len({alias for _, alias in made}) == 4 * EACH


def test_a_year_that_is_closed_while_it_is_counted_in_is_what_it_says(database, shelter):
    # Given a shelter that counts in last year
    server, unit, worker, coordinator = shelter
    page, phones = "/personal/register/stang-ar/", [Phone(server.port, worker) for _ in range(3)]
    closer = Phone(server.port, coordinator, page)
    statuses: list[int] = []
    phones[0].press(new_key(), month=LAST_YEAR * 100 + 12)

    def counts(phone: Phone) -> None:
        while 422 not in (told := [phone.count_in(LAST_YEAR * 100 + 12)]):
            statuses.extend(told)
            assert told == [200]
        statuses.extend(told)

    def closes() -> None:
        time.sleep(0.4)
        assert closer.send(page, {"ar": LAST_YEAR, "ja": "1"})[0] == 302

    # When it is closed in the middle of that
    at_once(*(lambda phone=phone: counts(phone) for phone in phones), closes)
    # Then whatever was counted is in its figures, and whatever came after was refused
    year, said, there = ask(database, "closed", unit)
    assert (year, said) == (LAST_YEAR, there)
    assert there == 1 + statuses.count(200) > 1
    assert statuses.count(422) == len(phones)
