"""The words of what is mailed to a municipality's mailbox."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bredvid.review.answering.receipts import Receipt
from bredvid.review.fieldwork.letters import write_letter
from bredvid.review.models import Case, Letter


def mail_code(case: Case, code: str, address: str) -> None:
    """Mails the code that opens the form together with the link. `address` is where it is typed."""
    # In two halves it is easier to read and to say in a telephone; either way of typing it opens.
    values = {"case": case, "code": f"{code[:4]} {code[4:]}", "address": address}
    subject = _("The code to the form: %(municipality)s") % {"municipality": case.name}
    _write(case, Letter.Kind.CODE, subject, "code", values)


def mail_receipt(case: Case, receipt: Receipt) -> None:
    """Mails what was handed in, and what changed since the last time."""
    words = _("Receipt: answers from %(municipality)s, submission %(number)d")
    subject = words % {"municipality": case.name, "number": receipt.submission.number}
    _write(case, Letter.Kind.RECEIPT, subject, "receipt", {"case": case, "receipt": receipt})


def mail_reopened(case: Case, address: str) -> None:
    """Mails the fresh link that opens the answers again."""
    subject = _("A new link to your answers: %(municipality)s") % {"municipality": case.name}
    _write(case, Letter.Kind.REOPENED, subject, "reopened", {"case": case, "address": address})


def _write(case: Case, kind: Letter.Kind, subject: str, name: str, values: dict[str, object]) -> None:
    body = render_to_string(f"review/answer/mail/{name}.txt", values).strip() + "\n"
    write_letter(case=case, kind=kind, subject=" ".join(subject.split()), body=body)
