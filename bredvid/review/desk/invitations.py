"""Sends municipalities their links: a new link each, and a mail that waits until it is sent.

Each mail is queued with its link in one transaction and sent after it, so one address that fails stops nobody else, and
what was not sent when the process ended still waits.
"""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext, override

from bredvid.accounts.models import Staff
from bredvid.review.desk.actions import new_links
from bredvid.review.fieldwork.letters import send_in_background, write_letter
from bredvid.review.models import Case, Fieldwork, Letter

# From a link's random part to its whole address.
Address = Callable[[str], str]


@transaction.atomic
def send_links(*, by: Staff, cases: Iterable[Case], address: Address) -> int:
    """Makes a link for each case with a mailbox and queues its mail. Older links to them end. Returns how many."""
    reachable = [case for case in cases if case.mailbox]
    for case, link, token in new_links(by=by, cases=reachable):
        write, kind = (opening, Letter.Kind.REOPENED) if link.reopens else (invitation, Letter.Kind.INVITATION)
        subject, body = write(case.fieldwork, case.name, address(token))
        write_letter(case=case, kind=kind, subject=subject, body=body, at_once=False)
    send_in_background()
    return len(reachable)


def invitation(fieldwork: Fieldwork, name: str, link: str) -> tuple[str, str]:
    """Subject and text of the mail with the link, in Swedish, which every municipality reads."""
    with override("sv"):
        values = {"title": fieldwork.title_sv, "name": name}
        parts = [
            gettext("To: %(name)s") % values,
            gettext(
                "We ask every municipality in Sweden how it supports women and girls exploited in prostitution and "
                "pornography. Here is your link to the questions:"
            ),
            link,
            gettext(
                "No account is needed. Open the link to read all the questions first. When you want to answer, a code "
                "is mailed to this address. Several of you can answer, at different times: all is saved as you go."
            ),
            gettext(
                "If you have not counted something or do not know, say so. That is an answer too, and an important one."
            ),
            _until(fieldwork),
            *_end(fieldwork),
        ]
        return gettext("Questions to %(name)s: %(title)s") % values, _joined(parts)


def opening(fieldwork: Fieldwork, name: str, link: str) -> tuple[str, str]:
    """Subject and text of the mail with a link that opens answers again, in Swedish."""
    with override("sv"):
        values = {"title": fieldwork.title_sv, "name": name}
        parts = [
            gettext("To: %(name)s") % values,
            gettext("With this link you can change answers that you have handed in:"),
            link,
            gettext(
                "They are opened when you use the link together with a code, which is mailed to this address when you "
                "ask for it on the page. Your former link has ended."
            ),
            gettext("Until you hand in again, the answers you have handed in count."),
            *_end(fieldwork),
        ]
        return gettext("A new link to your answers: %(municipality)s") % {"municipality": name}, _joined(parts)


def _end(fieldwork: Fieldwork) -> list[str]:
    contact = gettext("Questions? Write to %(contact)s.") % {"contact": fieldwork.contact} if fieldwork.contact else ""
    return [contact, gettext("Warm regards,\n%(title)s") % {"title": fieldwork.title_sv}]


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _until(fieldwork: Fieldwork) -> str:
    if fieldwork.answer_by is None:
        return ""
    return gettext("Please answer by %(day)s.") % {"day": date_format(fieldwork.answer_by, "j F Y")}
