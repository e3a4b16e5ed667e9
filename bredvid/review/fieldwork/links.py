"""The way in without an account: a link that is public once it is mailed, and a short code that is not.

The link alone opens nothing but the empty form. The first opening mails a code to the case's mailbox; link and code
together let somebody answer. Only hashes are kept. See docs/explanation/answering.md.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from bredvid.accounts.models import Staff
from bredvid.review.fieldwork.saving import lock_case
from bredvid.review.models import Case, Link

# 160 bits: cannot be guessed, and still fits on one line of a mail.
TOKEN_BYTES = 20
# Nothing that looks like something else on paper or by telephone.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8
WRONG_CODES = 10
CODES_A_DAY = 8
BETWEEN_CODES = timedelta(minutes=1)
# Whoever asks the municipality for its mail may read link and code. Long enough for a registrar to pass the code on;
# too short for what is asked for and handed out later.
CODE_HOLDS = timedelta(days=7)


class TooManyCodes(Exception):  # noqa: N818 (says what happened)
    """Codes were mailed to this case too often just now."""


def hash_of(token: str) -> str:
    """What is kept of a link's random part."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_link(token: str) -> Link | None:
    """The link of that random part; None for one that is withdrawn, renewed or never was."""
    links = Link.objects.select_related("case__fieldwork__questionnaire", "case__municipality")
    return links.filter(token_hash=hash_of(token), withdrawn_at__isnull=True).first()


@transaction.atomic
def make_link(*, case: Case, by: Staff | None = None) -> tuple[Link, str]:
    """A new link to the case and its random part, which is told once and not kept. Older links end."""
    lock_case(case)
    withdraw_links(case=case)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return Link.objects.create(case=case, token_hash=hash_of(token), made_at=timezone.now(), made_by=by), token


@transaction.atomic
def withdraw_links(*, case: Case) -> int:
    """Ends every link to the case. Returns how many."""
    return Link.objects.filter(case=case, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())


@transaction.atomic
def end_codes(*, case: Case) -> None:
    """Ends the codes of every link to the case: a new one is mailed to whoever asks. What is open stays open."""
    Link.objects.filter(case=case).exclude(code_hash="").update(code_hash="")


def code_holds(link: Link) -> bool:
    """Whether a mailed code opens now: not ended, not too old, not typed wrong too often."""
    if not link.code_hash or link.code_sent_at is None or link.wrong_codes >= WRONG_CODES:
        return False
    return timezone.now() < link.code_sent_at + CODE_HOLDS


def next_code_at(link: Link) -> datetime:
    """From when a code may be mailed; a time that has passed where one may be mailed now."""
    if link.code_sent_at is None:
        return link.made_at
    return link.code_sent_at + (timedelta(days=1) if link.codes_sent >= CODES_A_DAY else BETWEEN_CODES)


@transaction.atomic
def new_code(*, link: Link) -> str:
    """A new code for the link, to be mailed and told to nobody else; the former one ends. Raises TooManyCodes."""
    lock_case(link.case)
    link.refresh_from_db()
    now = timezone.now()
    if now < next_code_at(link):
        raise TooManyCodes
    if link.code_sent_at is not None and now - link.code_sent_at >= timedelta(days=1):
        link.codes_sent = 0
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    link.code_hash = _code_hash(link, code)
    link.code_sent_at = now
    link.codes_sent += 1
    link.wrong_codes = 0
    link.save(update_fields=["code_hash", "code_sent_at", "codes_sent", "wrong_codes"])
    return code


@transaction.atomic
def check_code(*, link: Link, code: str) -> bool:
    """Whether that is the link's code. After ten wrong ones, or seven days, none is right until a new one is mailed."""
    lock_case(link.case)
    link.refresh_from_db()
    if link.withdrawn_at is not None or not code_holds(link):
        return False
    if constant_time_compare(link.code_hash, _code_hash(link, code)):
        return True
    Link.objects.filter(pk=link.pk).update(wrong_codes=link.wrong_codes + 1)
    return False


def _code_hash(link: Link, code: str) -> str:
    plain = "".join(code.split()).replace("-", "").upper()
    return salted_hmac("bredvid.review.link", f"{link.token_hash}:{plain}", algorithm="sha256").hexdigest()
