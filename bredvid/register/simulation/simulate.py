"""Makes organisations' histories from a seed, a story at a time, however many contacts there are. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from bredvid.register.rules import aliases
from bredvid.register.rules.demo_places import DEMO_PLACES
from bredvid.register.rules.months import of_day, plus, quarter_of
from bredvid.register.simulation.drawing import Draws, busyness, share
from bredvid.register.simulation.ends import End, end_of
from bredvid.register.simulation.merging import years_of
from bredvid.register.simulation.organisations import demo_organisations
from bredvid.register.simulation.shapes import History, LivingPeriod, Organisation, Row, Story
from bredvid.register.simulation.women import Woman

# A support period has this many contacts on average, and lasts up to this many months.
_CONTACTS_OF_PERIOD = 5
_LONGEST = 13


def simulate(
    units: int | Sequence[Organisation],
    contacts: int,
    months: Sequence[int],
    seed: int,
    *,
    today: date | None = None,
) -> Iterator[History]:
    """Histories of so many organisations (or of these), with so many contacts in all during these months.

    `today` is a day in the last month, its last tenth unless given: what comes after has not happened.
    """
    random = Random(seed)  # noqa: S311 (invented on purpose, and the same every time)
    organisations = demo_organisations() if isinstance(units, int) else list(units)
    organisations = _as_many(organisations, units if isinstance(units, int) else len(organisations))
    today = today or date(months[-1] // 100, months[-1] % 100, 28)
    total = sum(each.weight for each in organisations)
    given, before = 0, 0.0
    for organisation in organisations:
        before += organisation.weight
        own = round(contacts * before / total) - given
        given += own
        yield _history(organisation, own, tuple(months), today, Draws(Random(random.random())))  # noqa: S311


def _as_many(organisations: list[Organisation], count: int) -> list[Organisation]:
    if count > len(organisations):
        raise ValueError(f"There are {len(organisations)} invented organisations; {count} were asked for.")
    return organisations[:count]


def _history(organisation: Organisation, contacts: int, months: tuple[int, ...], today: date, draws: Draws) -> History:
    # Each that lives needs an alias of its own; in a unit of millions the rest are contacts by themselves.
    periods = min(round(contacts * share("periods") / _CONTACTS_OF_PERIOD), aliases.HOW_MANY)
    return History(
        organisation=organisation,
        months=months,
        periods=periods,
        stories=_stories(organisation, contacts, periods, months, today, draws),
        outreach=_outreach(organisation, months, draws),
    )


def _stories(
    organisation: Organisation,
    contacts: int,
    periods: int,
    months: tuple[int, ...],
    today: date,
    draws: Draws,
) -> Iterator[Story]:
    weights = busyness(months)
    left = contacts
    for number, start in enumerate(sorted(draws.random.choices(months, weights, k=periods)), start=1):
        story = _period(organisation, number, start, today, draws)
        left -= len(story.contacts)
        yield story
    for month in draws.random.choices(months, weights, k=max(0, left)):
        yield Story(contacts=[_alone(organisation, month, draws)])


def _alone(organisation: Organisation, month: int, draws: Draws) -> Row:
    if not draws.happens(share("tallied")):
        return Woman(draws, organisation, list(DEMO_PLACES)).contact(month, in_period=False)
    row = {"month": month, "place": organisation.place, "in_period": False, "tallied": True}
    return row | {"channel": draws.one("channel"), "who": draws.one("who")}


def _period(organisation: Organisation, number: int, start: int, today: date, draws: Draws) -> Story:
    now = of_day(today)
    length = draws.random.randint(0, _LONGEST)
    until = plus(start, length)
    count = 1 + int(draws.random.expovariate(1 / (_CONTACTS_OF_PERIOD - 0.5)))
    when = sorted(plus(start, draws.random.randint(0, length)) for _ in range(count - 1))
    when = [start, *(month for month in when if month <= now)]
    contacts = _hers(organisation, when, draws)
    end = end_of(when[-1], until, today, draws)
    return _told(number, contacts, end, today, draws)


def _hers(organisation: Organisation, months: Sequence[int], draws: Draws) -> list[Row]:
    late = len(months) > 1 and draws.happens(share("late"))
    her = Woman(draws, organisation, list(DEMO_PLACES), told_late=late)
    known_from = draws.random.randint(1, len(months) - 1) if late else 0
    return [
        her.contact(month, in_period=True, known=place >= known_from, by_herself=place == 0 or draws.happens(0.9))
        for place, month in enumerate(months)
    ]


def _told(number: int, contacts: list[Row], end: End, today: date, draws: Draws) -> Story:
    years = [year | {"tally": draws.one("tally")} for year in years_of(contacts)]
    if end.closed_on is not None and not end.answers:
        years[-1]["closure"] = draws.one("closure")
    story = Story(contacts=contacts, answers=end.answers)
    counted_already = end.rested_on is not None or bool(end.answers)
    if not end.is_gone(today):
        story.period = LivingPeriod(
            number=number,
            state=end.state,
            opened_month=of_day(end.rested_on) if end.rested_on and not end.closed_on else contacts[0]["month"],
            rested_on=end.rested_on,
            closed_on=end.closed_on,
            follow_ups=end.due,
            last_year=years[-1]["year"] if counted_already else 0,
            years=[] if counted_already else years,
        )
    if counted_already or end.is_gone(today):
        story.counted = [_without_month(year) for year in years]
    return story


def _without_month(year: Row) -> Row:
    month = year["first_month"]
    rest = {column: value for column, value in year.items() if column != "first_month"}
    return rest | {"quarter": quarter_of(month)}


def _outreach(organisation: Organisation, months: Sequence[int], draws: Draws) -> list[Row]:
    return [_evening(organisation, month, draws) for month in months if draws.happens(0.3)]


def _evening(organisation: Organisation, month: int, draws: Draws) -> Row:
    row = {"month": month, "place": organisation.place, "outreach_arena": draws.one("outreach_arena")}
    if draws.happens(0.7):
        row["partners"] = draws.some("partners")
    if draws.happens(0.85):
        row["reached"] = draws.random.randint(5, 160)
        row["conversations"] = draws.random.randint(0, row["reached"] // 4)
    return row
