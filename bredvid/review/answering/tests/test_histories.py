"""A thousand random histories by the actions and a hundred over HTTP: nothing acknowledged is lost or overwritten."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest
from django.core import mail
from django.db.models import Max
from django.utils import timezone

from bredvid.review.answering import actions
from bredvid.review.answering.access import form_token
from bredvid.review.answering.given import Given
from bredvid.review.answering.saving import save_page
from bredvid.review.answering.standing import Standing, standing_of
from bredvid.review.answering.tests import makers
from bredvid.review.answering.tests.histories import Answer, live, stored
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.fieldwork.links import find_link, make_link, new_code
from bredvid.review.fieldwork.saving import NotOpen, latest_entries
from bredvid.review.models import Case, Fieldwork, Letter, Link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_at_once", "a_published_round")]

BATCHES, EACH, EACH_OVER_HTTP = 4, 250, 25
STEPS, STEPS_OVER_HTTP = 14, 8


def cases(fieldwork: Fieldwork, number: int) -> Sequence[Case]:
    """Some municipalities of a round, each with a mailbox."""
    fieldwork.cases.update(mailbox="registrator@kommun.example")
    return list(fieldwork.cases.select_related("fieldwork__questionnaire")[:number])


class ByActions:
    """Does what the pages do, without the pages."""

    def __init__(self, case: Case, form: Standing) -> None:
        self.case, self._form = case, form
        make_link(case=case)

    def answer(self, person: int, code: str, answer: Answer, seen: int, *, touched: bool) -> str:
        form = self._form
        standing = Standing(
            self.case, form.form, form.sections, form.questions, latest_entries([self.case])[self.case.pk]
        )
        given = given_of(code, answer, seen, touched=touched)
        return save_page(standing, [form.questions[code]], {code: given})[code].result.value

    def hand_in(self, person: int) -> bool:
        try:
            return actions.hand_in(case=self.case, read=newest(self.case)) is not None
        except (actions.NotComplete, NotOpen):
            return False

    def open_again(self, person: int) -> bool:
        try:
            actions.ask_to_reopen(case=self.case, address=lambda token: f"/svara/{token}/")
        except NotOpen:
            return False
        link = link_of(makers.token_in(mail.outbox[-1].body))
        return actions.enter(link=link, code=new_code(link=link))

    def comes_back_elsewhere(self, person: int) -> None:
        pass


class OverHttp:
    """Two browsers at the municipality's own pages."""

    def __init__(self, case: Case) -> None:
        self.case = case
        first = Municipality(case)
        self._code, self._token = first.asks_for_a_code(), first.token
        self._people = [self._browser(), self._browser()]

    def _browser(self) -> Municipality:
        person = Municipality(self.case, token=self._token)
        if person.types(self._code).status_code != 302:
            # Handing in has ended the code: some minutes later she asks for another.
            Link.objects.filter(case=self.case).update(code_sent_at=timezone.now() - timedelta(minutes=2), codes_sent=0)
            self._code = person.asks_for_a_code()
            assert person.types(self._code).status_code == 302
        person.form = form_token(link_of(self._token))
        return person

    def answer(self, person: int, code: str, answer: Answer, seen: int, *, touched: bool) -> str:
        value, missing, why = answer
        field = "t" if code == "q3" else "o"
        fields = {field: value, "m": missing.replace("blank", ""), "w": why}
        browser = self._people[person]
        sent: dict[str, object] = {f"{kind}-{code}": each for kind, each in fields.items()}
        sent |= {"form": browser.form, f"seen-{code}": seen} | ({f"touched-{code}": 1} if touched else {})
        headers = {"accept": "application/json"}
        told = browser.client.post(browser.address("del/s1/"), sent, headers=headers).json()
        return str(told["answers"][code]["result"])

    def hand_in(self, person: int) -> bool:
        before = Letter.objects.filter(kind=Letter.Kind.RECEIPT, case=self.case).count()
        self._people[person].hands_in()
        return Letter.objects.filter(kind=Letter.Kind.RECEIPT, case=self.case).count() > before

    def open_again(self, person: int) -> bool:
        if self._people[person].sends("oppna-igen/").status_code != 200:
            return False
        self._token = makers.token_in(mail.outbox[-1].body)
        fresh = Municipality(self.case, token=self._token)
        self._code = fresh.asks_for_a_code()
        self._people = [self._browser(), self._browser()]
        return True

    def comes_back_elsewhere(self, person: int) -> None:
        self._people[person] = self._browser()


def link_of(token: str) -> Link:
    """The link of that random part, which holds."""
    link = find_link(token)
    assert link is not None
    return link


def newest(case: Case) -> int:
    """The newest entry, for somebody who has just read the answers through."""
    return case.entries.filter(superseded=False).aggregate(newest=Max("pk"))["newest"] or 0


def given_of(code: str, answer: Answer, seen: int, *, touched: bool) -> Given:
    value, missing, why = answer
    options = (value,) if value and code != "q3" else ()
    text = value if code == "q3" else ""
    reason = missing.replace("blank", "")
    return Given(code=code, seen=seen, options=options, text=text, reason=reason, why=why, touched=touched)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_history_by_the_actions_is_stored_as_the_model_says(batch):
    fieldwork = makers.case().fieldwork
    form = standing_of(fieldwork.cases.select_related("fieldwork__questionnaire")[0])
    for number, case in enumerate(cases(fieldwork, EACH)):
        random = Random(batch * EACH + number)  # noqa: S311 (the same every time)
        driver = ByActions(case, form)
        model = live(driver, random, random.randint(3, STEPS))
        assert stored(case) == (model.history, model.handed_in)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_history_over_http_is_stored_as_the_model_says(batch):
    for number, case in enumerate(cases(makers.case().fieldwork, EACH_OVER_HTTP)):
        random = Random(10_000 + batch * EACH_OVER_HTTP + number)  # noqa: S311
        model = live(OverHttp(case), random, STEPS_OVER_HTTP)
        assert stored(case) == (model.history, model.handed_in)


def test_the_comparison_finds_an_answer_that_is_lost():
    # Given a history that was lived
    case = cases(makers.case().fieldwork, 1)[0]
    driver = ByActions(case, standing_of(case))
    model = live(driver, Random(7), 30)  # noqa: S311
    assert any(model.history.values())
    # When its newest entry disappears, then the comparison sees it
    newest = case.entries.order_by("-pk")[0]
    newest.delete()
    with pytest.raises(AssertionError):
        assert stored(case) == (model.history, model.handed_in)
