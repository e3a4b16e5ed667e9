"""Mails to staff. What cannot be sent is said in one line, and nothing is lost by it."""

import logging
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage, send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext

from bredvid.accounts.invitations import DAYS
from bredvid.accounts.models import Invitation, Staff

log = logging.getLogger("bredvid.accounts.mails")


def send_invitation(invitation: Invitation, link: str) -> None:
    """Sends the link to the invited. Raises OSError where no mail can be sent."""
    values = {"invitation": invitation, "link": link, "days": DAYS}
    text = render_to_string("accounts/mail/invitation.txt", values)
    send_mail(gettext("Bredvid: you are invited"), text, settings.DEFAULT_FROM_EMAIL, [invitation.email])


def tell_reset(staff: Staff, by: Staff | None) -> None:
    """Tells somebody that a colleague took away her second factor. A mail that fails is logged, not raised."""
    text = render_to_string("accounts/mail/reset.txt", {"staff": staff, "by": by})
    subject = gettext("Bredvid: your second factor was reset")
    deliver(EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [staff.email]))


def deliver(mail: EmailMessage, *, aside: bool = False) -> None:
    """Sends a mail whose failing must not fail what it tells of; the failure is logged without the address.

    `aside` sends it in a thread of its own, so that a page takes as long for an address nobody has. Tests wait.
    """
    if aside and settings.MAIL_ASIDE:
        Thread(target=_deliver, args=(mail,), daemon=True).start()
    else:
        _deliver(mail)


def _deliver(mail: EmailMessage) -> None:
    try:
        mail.send()
    except OSError:
        log.exception("a mail to staff could not be sent")
