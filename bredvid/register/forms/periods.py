"""Forms about a support period: when she wants to be asked, why it ends, what is known of her, and how it went."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from bredvid.register.codebook import current
from bredvid.register.forms.coded import CodedForm, as_initial
from bredvid.register.forms.questions import Question
from bredvid.register.models import PeriodYear
from bredvid.register.rules import following, merging

# First what the quick card asks about her, then the rest.
FIRST_ASKED = ("age", "situation", "forms")
# Before a column's name: what the page showed of it.
SHOWN = "shown_"


class RestForm(forms.Form):
    """After how many months she wants to be asked."""

    months = forms.TypedMultipleChoiceField(
        coerce=int, choices=[(term, term) for term in following.TERMS],
        error_messages={
            "required": gettext_lazy("Choose when she wants to be asked: after 3, 6 or 12 months."),
            "invalid_choice": gettext_lazy("Choose when she wants to be asked: after 3, 6 or 12 months."),
        },
    )  # fmt: skip

    def terms(self) -> list[tuple[int, str, bool]]:
        """Each term, what it is called, and whether it is chosen."""
        chosen = {str(each) for each in self["months"].value() or []}
        return [
            (term, ngettext("After %d month", "After %d months", term) % term, str(term) in chosen)
            for term in following.TERMS
        ]


class CloseForm(CodedForm):
    """Why it ends; it need not be said."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, variables=[current().variable("V24")], **options)

    def why(self) -> Question:
        """The question."""
        return self.question("closure")


class TallyMarkForm(CodedForm):
    """Whether she carries a mark by which she is counted once."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, variables=[current().variable("V27")], needed={"tally"}, **options)

    def mark(self) -> Question:
        """The question."""
        return self.question("tally")


class KnownForm(CodedForm):
    """What is known of her. `changed` is what the page was sent with otherwise than it was shown.

    The page says along what it showed: what a colleague has written meanwhile, and nobody touched here, stays.
    """

    def __init__(self, *args: Any, year: PeriodYear | None, **options: Any) -> None:
        columns = [*FIRST_ASKED, *(each for each in merging.ABOUT_HER if each not in FIRST_ASKED)]
        self.shown = {column: getattr(year, column) if year else 0 for column in columns}
        variables = [current().by_column[column] for column in columns]
        super().__init__(*args, variables=variables, initial=as_initial(self.shown), **options)
        self.shown |= {column: int(sent) for column in columns if _is_number(sent := self.data.get(SHOWN + column, ""))}

    def said_along(self) -> list[tuple[str, int]]:
        """What the page showed, as hidden fields: name and what is stored."""
        return [(SHOWN + column, stored) for column, stored in self.shown.items()]

    def first(self) -> list[Question]:
        """What is asked on the quick card too."""
        return [self.question(column) for column in FIRST_ASKED]

    def more(self) -> list[Question]:
        """The rest."""
        return [self.question(column) for column in self.shown if column not in FIRST_ASKED]

    @property
    def changed(self) -> dict[str, int]:
        """The columns to write anew, with what to store."""
        return {column: stored for column, stored in self.values.items() if stored != self.shown[column]}


class FollowUpForm(CodedForm):
    """How the follow-up went, and when she answered: her seven answers, none of which is needed."""

    stop = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, variables=current().card("follow-up"), needed={"outcome"}, **options)

    def went(self) -> Question:
        """How it went."""
        return self.question("outcome")

    def answers(self) -> list[Question]:
        """The seven questions, worded as they are read to her."""
        return [self.question(column) for column in self.variables if column != "outcome"]

    def clean(self) -> dict[str, Any]:
        """Her answers belong to a follow-up that she answered."""
        cleaned = super().clean()
        hers = {column: stored for column, stored in self.values.items() if column != "outcome" and stored}
        outcome = current().variable("S04").by_code
        if hers and self.values.get("outcome") in (outcome["EJ-NÅDD"].number, outcome["STOPP"].number):
            self.add_error(
                "outcome", _("You have filled in answers of hers. Choose “She answered”, or take them away.")
            )
        return cleaned

    @property
    def hers(self) -> dict[str, int]:
        """Her answers, by column."""
        return {column: stored for column, stored in self.values.items() if column != "outcome" and stored}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20
