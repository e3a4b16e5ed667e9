"""Whether a number counts persons, where the form does not say: a form from elsewhere has no column of ours for it.

What is published cannot be taken back, so a number whose question speaks of persons is taken for one of persons.
"""

import re

from django.utils.translation import gettext as _

from bredvid.review.documents import Row
from bredvid.review.xlsform.cells import Reader
from bredvid.review.xlsform.columns import own
from bredvid.review.xlsform.workbook import Line

_PERSONS = re.compile(
    r"kvinn|tjej|flick|person|människ|individ|barn|ungdom|klient|utsatta"
    r"|wom[ae]n|girl|people|human being|child|client|young|exploited",
    re.IGNORECASE,
)
COLUMN = own("persons")


def counts_persons(reader: Reader, line: Line, question: Row) -> bool:
    """What the form says; where it has no word on it, what the question's own words make likely, with a remark."""
    if question["kind"] not in ("integer", "decimal") or question["persons"] or COLUMN in reader.sheet.headers:
        return bool(question["persons"])
    words = " ".join(str(question[name]) for name in ("text_sv", "text_en", "hint_sv", "hint_en"))
    found = _PERSONS.search(words) is not None
    if question["kind"] == "decimal" and not found:
        return False
    remark = (
        _("it seems to count persons, so the number itself is never published; if not, write no in a column {column}")
        if found
        else _("each number is published as it stands; if it counts persons, write yes in a column {column}")
    )
    reader.left_out(line, "type", remark.format(column=COLUMN))
    return found
