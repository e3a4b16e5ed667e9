"""Opening hours, how old a check may be, and where a service serves."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bredvid.places.openness import CHECK_HOLDS_DAYS, Period, Standing, is_open, next_opening, periods, serves, standing

OFFICE = "1-5 09:00-16:00; 6 10:00-14:00"
MONDAY, SATURDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29)


def at(day: date, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}")


@pytest.mark.parametrize(
    ("day", "clock", "answer"),
    [
        (MONDAY, "08:59", False),
        (MONDAY, "09:00", True),
        (MONDAY, "15:59", True),
        (MONDAY, "16:00", False),
        (SATURDAY, "12:00", True),
        (SUNDAY, "12:00", False),
    ],
)
def test_it_is_open_from_the_first_minute_to_the_last(day, clock, answer):
    assert is_open(OFFICE, at(day, clock)) is answer


def test_what_is_not_known_is_not_said_to_be_closed():
    assert is_open("", at(MONDAY, "12:00")) is None
    assert next_opening("", at(MONDAY, "12:00")) is None


@pytest.mark.parametrize("clock", ["00:00", "12:00", "23:59"])
def test_always_is_day_and_night(clock):
    assert is_open("always", at(SUNDAY, clock))


def test_after_saturday_it_opens_on_monday():
    assert next_opening(OFFICE, at(SATURDAY, "15:00")) == Period(1, 9 * 60, 16 * 60)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))
def test_the_next_opening_is_never_passed_by(now):
    # Given the period that is said to come next
    coming = next_opening(OFFICE, now)
    assert coming is not None
    # Then no minute between now and its beginning opens another
    minute = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while (minute.isoweekday(), minute.hour * 60 + minute.minute) != (coming.weekday, coming.begins):
        assert (minute.isoweekday(), minute.hour * 60 + minute.minute) not in {
            (each.weekday, each.begins) for each in periods(OFFICE)
        }
        minute += timedelta(minutes=1)


@pytest.mark.parametrize("hours", ["9-16", "1-5 16:00-09:00", "5-1 09:00-16:00", "8 09:00-16:00", "1 09:00-25:00"])
def test_hours_that_say_nothing_sensible_are_refused(hours):
    with pytest.raises(ValueError, match=r"should be days|ends before"):
        periods(hours)


@pytest.mark.parametrize(
    ("verified", "age", "how"),
    [
        (True, 0, Standing.CHECKED),
        (True, CHECK_HOLDS_DAYS, Standing.CHECKED),
        (True, CHECK_HOLDS_DAYS + 1, Standing.UNCHECKED),
        (True, 2 * CHECK_HOLDS_DAYS + 1, Standing.HIDDEN),
        (False, CHECK_HOLDS_DAYS, Standing.UNCHECKED),
        (False, CHECK_HOLDS_DAYS + 1, Standing.HIDDEN),
    ],
)
def test_a_check_grows_old(verified, age, how):
    assert standing(verified=verified, last_checked=MONDAY - timedelta(days=age), today=MONDAY) == how


def test_what_nobody_looked_at_is_hidden():
    assert standing(verified=False, last_checked=None, today=MONDAY) == Standing.HIDDEN


@pytest.mark.parametrize(
    ("area", "place", "answer"),
    [
        ("", "", True),
        ("", "0180", True),
        ("0180", "0180", True),
        ("0180", "0181", False),
        ("0180", "01", True),
        ("01", "0180", True),
        ("01", "1480", False),
        ("0180 1480", "1480", True),
        ("0180", "", False),
    ],
)
def test_a_service_serves_its_area(area, place, answer):
    assert serves(area, place) is answer
