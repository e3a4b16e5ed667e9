"""The grades of comparability in words that a reader needs: what each means, and what it lets one do."""

from dataclasses import dataclass

from django.utils.translation import gettext

from bredvid.review.models import Correspondence
from bredvid.review.passages import Link
from bredvid.review.trends import Thread


@dataclass(frozen=True)
class Grade:
    """A grade with its name and what it means for a comparison."""

    code: str
    name: str
    meaning: str


def grades() -> list[Grade]:
    """All grades, best first."""
    return [
        Grade("A", gettext("The same question"), gettext("The rounds stand on one line.")),
        Grade(
            "B",
            gettext("Reworded, the same meaning"),
            gettext("The rounds stand on one line, broken where the wording changed."),
        ),
        Grade(
            "C",
            gettext("Changed"),
            gettext(
                "The rounds are drawn beside each other and never on one line: a difference may be the question's."
            ),
        ),
        Grade(
            "-",
            gettext("Cannot be compared"),
            gettext("The question is asked in one of the forms only. Rounds with that form can be compared."),
        ),
    ]


def grade_of(code: str) -> Grade:
    """The grade of that code. Raises KeyError for what is none."""
    return {grade.code: grade for grade in grades()}[code]


def reasons_of(link: Link) -> list[str]:
    """Why a link has its grade, as the crosswalk says; for a chain those of its worst parts."""
    worst = [reason for reason in link.reasons if reason.grade == link.grade]
    return [reason.label("note") for reason in worst]


def reason_alone(thread: Thread) -> list[str]:
    """Why a question stands alone: why it came or why it went."""
    said: list[Correspondence | None] = [thread.began, thread.ended]
    return [each.label("note") for each in said if each is not None]
