"""A pasted list of municipalities' functional addresses: read, compared with what there is, and only then written."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from bredvid.places.names import folded
from bredvid.review.models import Case, Fieldwork

MOST_LINES = 2000


@dataclass(frozen=True)
class Change:
    """A municipality that gets another address."""

    case: Case
    before: str
    after: str


@dataclass(frozen=True)
class Reading:
    """What a list says: what it would change, how many lines say what is so already, what is not understood."""

    changes: list[Change]
    same: int
    problems: list[str]


def read_list(fieldwork: Fieldwork, text: str) -> Reading:
    """Reads lines of ``code or name; address`` (or tab, or comma). Nothing is written."""
    cases = {case.code: case for case in fieldwork.cases.all()}
    names = {folded(case.name): case for case in cases.values()}
    changes: dict[str, Change] = {}
    problems: list[str] = []
    same = 0
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    for number, line in enumerate(lines[:MOST_LINES], start=1):
        if not line:
            continue
        place, mailbox = _parts(line)
        case = _case(place, cases, names)
        problem = _problem(number, line, case, mailbox, changes)
        if problem:
            # A first line of headings is no mistake.
            problems += [] if number == 1 and case is None and "@" not in line else [problem]
        elif case is not None and case.mailbox == mailbox:
            same += 1
        elif case is not None:
            changes[case.code] = Change(case, case.mailbox, mailbox)
    if len(lines) > MOST_LINES:
        problems.append(_("Only the first %(n)d lines were read.") % {"n": MOST_LINES})
    return Reading(list(changes.values()), same, problems)


def _parts(line: str) -> tuple[str, str]:
    for sign in (";", "\t", ","):
        place, found, mailbox = line.rpartition(sign)
        if found:
            return place.strip().strip('"'), mailbox.strip().strip('"')
    return line, ""


def _case(place: str, cases: Mapping[str, Case], names: Mapping[str, Case]) -> Case | None:
    # A spreadsheet takes away the first nought of a code.
    code = place.zfill(4) if place.isdigit() else place
    return cases.get(code) or names.get(folded(place).removesuffix(" kommun").strip())


def _problem(number: int, line: str, case: Case | None, mailbox: str, changes: Mapping[str, Change]) -> str:
    values = {"number": number, "line": line[:80], "mailbox": mailbox[:80]}
    if case is None:
        return _("Line %(number)d: “%(line)s” begins with no municipality's code or name.") % values
    try:
        validate_email(mailbox)
    except ValidationError:
        return _("Line %(number)d: “%(mailbox)s” is no e-mail address.") % values
    if case.code in changes and changes[case.code].after != mailbox:
        return _("Line %(number)d: %(name)s stands twice, with different addresses.") % {**values, "name": case.name}
    return ""
