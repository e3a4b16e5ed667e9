"""What is said of each municipality in a round, in the few words and the tone a map can show."""

from dataclasses import dataclass

from django.utils.translation import gettext

from bredvid.report.respondents import answer_text
from bredvid.review.models import Mention, Missing, Question, Respondent, Round
from bredvid.review.reads import respondents_of


@dataclass(frozen=True)
class Saying:
    """One entry of a map's legend: its tone, its words, and where it stands in the legend."""

    tone: str
    text: str
    order: int

    @property
    def is_usual(self) -> bool:
        """Whether it is what a map leaves unmarked: nothing was said."""
        return self.tone == "silent"


def named_in_report(round_: Round) -> dict[int, Saying]:
    """By respondent: what an aggregate-only report says by name. Silence is the report's, not the municipality's."""
    programme = Saying("strong", gettext("named as having a support programme"), 0)
    answered = Saying("medium", gettext("named as having answered"), 1)
    unsaid = Saying("silent", gettext("the report does not say whether it answered"), 2)
    with_programme = set(round_.mentions.filter(kind=Mention.Kind.PROGRAMME).values_list("respondent_id", flat=True))

    def saying(respondent: Respondent) -> Saying:
        if respondent.pk in with_programme:
            return programme
        return answered if respondent.state == Respondent.State.ANSWERED else unsaid

    return {respondent.pk: saying(respondent) for respondent in respondents_of(round_)}


def who_answered(round_: Round) -> dict[int, Saying]:
    """By respondent whether it took part, where no question can be shown."""
    answered = Saying("medium", gettext("answered"), 0)
    silent = Saying("silent", gettext("did not answer"), 1000)
    return {
        respondent.pk: answered if respondent.state == Respondent.State.ANSWERED else silent
        for respondent in respondents_of(round_)
    }


def answers_by_respondent(round_: Round, question: Question) -> dict[int, Saying]:
    """By respondent: its answer to one question, or that it was silent, or that nothing is accounted for."""
    answers = question.answers.filter(respondent__round=round_).select_related("option")
    given = {answer.respondent_id: answer for answer in answers}
    order = {option.pk: option.order for option in question.options.all()}
    silent = Saying("silent", gettext("did not answer"), 1000)

    def saying(respondent: Respondent) -> Saying:
        if respondent.state != Respondent.State.ANSWERED:
            return silent
        answer = given.get(respondent.pk)
        if answer is None:
            return Saying("unaccounted", str(Missing.NOT_REPORTED.label), 999)
        if answer.option is None:
            return Saying("unaccounted", answer_text(answer), 999)
        return Saying(answer.option.tone, answer.option.label("label"), order[answer.option.pk])

    return {respondent.pk: saying(respondent) for respondent in respondents_of(round_)}
