"""The yearly question: an interval that holds, a range, and what it stands on."""

import pytest

from bredvid.register.models import CountedYear, PeriodYear, SupportPeriod
from bredvid.register.reads.yearly import supported
from bredvid.register.rules.women import Quality, bands_of
from bredvid.register.tests import makers
from bredvid.register.tests.counting_by_hand import interval

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return makers.unit()


def period(unit, number=1, *, year=2026, first=True, **codes):
    made = SupportPeriod.objects.create(unit=unit, number=number, alias=number, opened_month=year * 100 + 1)
    values = makers.stored(**codes)
    return PeriodYear.objects.create(period=made, year=year, first=first, first_month=year * 100 + 1, **values)


def counted(unit, *, year=2026, first=True, **codes):
    return CountedYear.objects.create(unit=unit, year=year, quarter=1, first=first, **makers.stored(**codes))


def worked_example(unit):
    """The tables of docs/explanation/women-counted.md."""
    period(unit, 1, forms=["P1"])
    period(unit, 2, forms=["P3", "M2"])
    period(unit, 3, forms=["M3"])
    counted(unit, first=False, forms=["P1"])
    makers.contact(unit, forms=["P2"])
    makers.contact(unit, forms=["P2"])
    makers.contact(unit, forms=[])
    makers.contact(unit, who="NÄR", forms=["P1"])


def test_the_worked_example_of_the_page_comes_out_as_it_says(unit):
    worked_example(unit)
    answer = supported(unit, 2026)
    found = {code: (line.low, line.high) for code, line in answer.lines.items()}
    assert (found["P"], found["M"], found["any"]) == ((2, 5), (2, 2), (3, 6))
    assert answer.unknown_contacts == 1
    assert answer.quality is Quality.PARTLY


@pytest.mark.parametrize("line", ["P", "M", "B", "T", "any"])
def test_each_line_is_as_counted_by_hand(unit, line):
    worked_example(unit)
    counted(unit, forms=["B2", "T1"])
    counted(unit, year=2025, forms=["P5"])
    makers.contact(makers.unit(), forms=["P1"])
    makers.contact(unit, 202512, forms=["P1"])
    answer = supported(unit, 2026).lines[line]
    assert (answer.low, answer.high) == interval(unit, 2026, line)


def test_contacts_of_a_period_are_not_counted_beside_it(unit):
    row = period(unit, forms=["P1"])
    makers.contact(unit, period=row.period, forms=["P1"])
    answer = supported(unit, 2026)
    assert answer.prostitution.is_exact
    assert answer.quality is Quality.PERIODS


def test_a_form_that_is_unclear_is_said_beside_the_answer(unit):
    period(unit, 1, forms=["U1"])
    period(unit, 2, forms=["OK"])
    period(unit, 3)
    answer = supported(unit, 2026)
    assert answer.any_form.high == 0
    assert answer.unknown_women == 3


def test_who_is_at_risk_only_is_counted_and_told(unit):
    period(unit, 1, forms=["P1"], situation="RISK")
    period(unit, 2, forms=["P1"], situation="PÅG")
    line = supported(unit, 2026).prostitution
    assert (line.low, line.risk) == (2, 1)


def test_only_contacts_give_an_interval_from_one_and_say_so(unit):
    for _ in range(3):
        makers.contact(unit, forms=["M1"])
    answer = supported(unit, 2026)
    # Three calls may be one girl or three, and are not nobody.
    assert (answer.pornography.low, answer.pornography.high) == (1, 3)
    assert (answer.prostitution.low, answer.prostitution.high) == (0, 0)
    assert answer.quality is Quality.CONTACTS


def test_a_year_without_anything_has_no_answer_which_is_not_nobody(unit):
    assert supported(unit, 2026).quality is Quality.NOTHING


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 5, ("0-5",)),
        (6, 14, ("6-14",)),
        (14, 15, ("6-14", "15-30")),
        (31, 900, ("over-30",)),
        (5, 6, ("0-5", "6-14")),
    ],
)
def test_an_interval_touches_the_ranges_it_touches(low, high, expected):
    assert bands_of(low, high) == expected


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2)])
def test_what_is_no_interval_is_refused(low, high):
    with pytest.raises(ValueError, match="no interval"):
        bands_of(low, high)
