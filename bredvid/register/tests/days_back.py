"""Lets days pass for a unit of a real server: every day its periods hold is moved back.

Run as a program of its own, with the settings and the database of the server: `UNIT DAYS`. It says the numbers of the
periods that are left.
"""

import json
import sys
from datetime import timedelta


def days_pass(unit: int, days: int) -> list[int]:
    """Moves the days back."""
    from bredvid.register.models import FollowUp, SupportPeriod

    back = timedelta(days=days)
    for each in FollowUp.objects.filter(period__unit_id=unit):
        FollowUp.objects.filter(pk=each.pk).update(due=each.due - back)
    for period in SupportPeriod.objects.filter(unit_id=unit):
        for name in ("rested_on", "closed_on"):
            if (day := getattr(period, name)) is not None:
                SupportPeriod.objects.filter(pk=period.pk).update(**{name: day - back})
    return list(SupportPeriod.objects.filter(unit_id=unit).values_list("number", flat=True))


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    sys.stdout.write(json.dumps(days_pass(int(sys.argv[1]), int(sys.argv[2]))))
