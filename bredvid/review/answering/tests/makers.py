"""A municipality at its own pages: a link, a code from its mail, and a browser of its own."""

import re
from typing import Any

from django.core import mail
from django.test import Client

from bredvid.review.fieldwork.links import make_link
from bredvid.review.fieldwork.tests import makers
from bredvid.review.fieldwork.tests.makers import option, question, questionnaire
from bredvid.review.models import Case, Fieldwork

QUESTIONS = [
    question("q1", "single", option("ja"), option("nej"), option("vet-ej", missing="dont_know"), required=True),
    question("q2", "single", option("a"), option("b"), relevant="${q1} = 'ja'"),
    question("q3", "text"),
    question("q4", "integer", constraint=". >= 10", constraint_message_sv="Minst tio.", unit_sv="kronor"),
    question("q5", "multiple", option("x"), option("y"), option("inget")),
    question("q8", "count", *makers.BANDS, option("vet-ej", missing="no_statistics"), persons=True),
    question("q9", "single", coded=True),
]


def case(**fields: Any) -> Case:
    """A municipality in an open round, with a mailbox."""
    return makers.case(makers.fieldwork(*QUESTIONS, **fields))


def set_state(case_: Case, state: Fieldwork.State) -> None:
    """Opens or closes the case's round."""
    Fieldwork.objects.filter(pk=case_.fieldwork_id).update(state=state)


class Municipality:
    """Somebody at a municipality, in one browser, as she sends what its pages hold."""

    def __init__(self, case_: Case, token: str | None = None, prefix: str = "") -> None:
        self.case = case_
        self.client = Client()
        self.token = token or make_link(case=case_)[1]
        self.prefix = prefix
        self.form = ""

    def address(self, page: str = "") -> str:
        return f"{self.prefix}/svara/{self.token}/{page}"

    def opens(self, page: str = "", **values: Any) -> Any:
        return self.client.get(self.address(page), **values)

    def asks_for_a_code(self) -> str:
        """Presses the button and reads the code in the mail."""
        self.client.post(self.address("kod/"))
        return code_in(mail.outbox[-1].body)

    def types(self, code: str) -> Any:
        return self.client.post(self.address("kod/"), {"code": code})

    def gets_in(self) -> "Municipality":
        self.types(self.asks_for_a_code())
        self.form = self.token_of_forms()
        return self

    def token_of_forms(self) -> str:
        found = re.search(r'name="form" value="([^"]+)"', self.opens("del/s1/").content.decode())
        return found[1] if found else ""

    def sends(self, page: str = "del/s1/", **fields: Any) -> Any:
        """Sends a page: `q1="ja"` for an option, or any field by its name with underscores for dashes."""
        return self.client.post(self.address(page), self.fields(**fields))

    def fields(self, **fields: Any) -> dict[str, Any]:
        sent: dict[str, Any] = {"form": self.form}
        for name, value in fields.items():
            sent[name.replace("_", "-")] = value
        return sent

    def answers(self, question_code: str, seen: int = 0, **fields: Any) -> Any:
        """Answers one question: `o="ja"`, `t="text"`, `n="12"`, `w="why"`."""
        named = {f"{kind}-{question_code}": value for kind, value in fields.items() if len(kind) == 1}
        rest = {name: value for name, value in fields.items() if len(name) > 1}
        sent = {"form": self.form, f"seen-{question_code}": seen, **named, **rest}
        return self.client.post(self.address("del/s1/"), sent)

    def hands_in(self) -> Any:
        page = self.opens("lamna-in/").content.decode()
        read = re.search(r'name="read" value="(\d+)"', page)
        return self.sends("lamna-in/", read=read[1] if read else "0")


def code_in(body: object) -> str:
    """The code that a mail holds."""
    found = re.search(r"^ {4}([A-Z2-9]{4} [A-Z2-9]{4})$", str(body), re.MULTILINE)
    if found is None:
        raise ValueError(f"no code in {body!r}")
    return found[1]


def token_in(body: object) -> str:
    """The random part of the link that a mail holds."""
    found = re.search(r"/svara/([\w-]+)/", str(body))
    if found is None:
        raise ValueError(f"no link in {body!r}")
    return found[1]


__all__ = ["QUESTIONS", "Municipality", "case", "code_in", "questionnaire", "set_state", "token_in"]
