"""Shape and constraints. There is no column for words here: whole numbers, days, yes and no."""

from bredvid.register.models.contact import Contact
from bredvid.register.models.followup import FollowUp, FollowUpAnswer
from bredvid.register.models.log import AccessEntry, LogReview
from bredvid.register.models.outreach import Outreach
from bredvid.register.models.period import CountedYear, PeriodYear, SupportPeriod
from bredvid.register.models.summary import FrozenYear, Summary
from bredvid.register.models.unit import SheetImport, Unit

__all__ = [
    "AccessEntry",
    "Contact",
    "CountedYear",
    "FollowUp",
    "FollowUpAnswer",
    "FrozenYear",
    "LogReview",
    "Outreach",
    "PeriodYear",
    "SheetImport",
    "Summary",
    "SupportPeriod",
    "Unit",
]
