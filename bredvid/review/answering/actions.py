"""What a municipality can do with its answers as a whole: get a code, get in, hand in, open again."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils import timezone

from bredvid.review.answering.mails import mail_code, mail_receipt, mail_reopened
from bredvid.review.answering.receipts import receipt_of
from bredvid.review.answering.standing import Lack, Standing, standing_now, standing_of
from bredvid.review.fieldwork import submitting
from bredvid.review.fieldwork.links import check_code, end_codes, make_link, new_code
from bredvid.review.fieldwork.saving import NotOpen, lock_case
from bredvid.review.models import Case, Fieldwork, Link, Submission


class NotComplete(Exception):  # noqa: N818 (says what happened)
    """Something is lacking: by question code, what."""

    def __init__(self, lacking: Mapping[str, Lack]) -> None:
        super().__init__(", ".join(lacking))
        self.lacking = lacking


class ReadOlder(Exception):  # noqa: N818 (says what happened)
    """Somebody has answered since the answers were read through; they are to be read again first."""


class NoMailbox(Exception):  # noqa: N818 (says what happened)
    """There is no address to mail to."""


@transaction.atomic
def send_code(*, link: Link, address: str) -> None:
    """Mails a new code to the mailbox on file; the former one ends. Raises NoMailbox or TooManyCodes."""
    if not link.case.mailbox:
        raise NoMailbox
    mail_code(link.case, new_code(link=link), address)


@transaction.atomic
def enter(*, link: Link, code: str) -> bool:
    """Whether the code is right. The first right one of a link made for it opens submitted answers again."""
    if not check_code(link=link, code=code):
        return False
    if Link.objects.filter(pk=link.pk, reopens=True).update(reopens=False):
        try:
            submitting.reopen(case=link.case)
        except NotOpen:
            return True  # closed or settled meanwhile: the answers can be read
    return True


@transaction.atomic
def hand_in(*, case: Case, read: int) -> Submission | None:
    """Hands in the answers, keeps which they were, ends the code and mails a receipt. None if they were handed in.

    `read` is the newest entry that was read through. Raises NotComplete, ReadOlder or NotOpen.
    """

    read_through: list[Standing] = []

    def refuse(current: Case) -> None:
        standing = standing_of(current)
        read_through.append(standing)
        if standing.newest != read:
            raise ReadOlder
        if standing.lacking:
            raise NotComplete(standing.lacking)

    if not submitting.submit(case=case, before=refuse):
        return None
    case.refresh_from_db()
    standing = standing_now(read_through[0], case)
    submission = Submission.objects.create(
        case=case, number=Submission.objects.filter(case=case).count() + 1, at=case.submitted_at or timezone.now(),
        revisions={code: entry.revision for code, entry in standing.entries.items() if standing.put.get(code)},
    )  # fmt: skip
    # The answers lie still from now on; who reads the mail of these weeks in a year should not read them.
    end_codes(case=case)
    mail_receipt(case, receipt_of(submission, standing, exact=False))
    return submission


@transaction.atomic
def ask_to_reopen(*, case: Case, address: Callable[[str], str]) -> None:
    """Mails a fresh link that opens the answers again when it is used with its code; every older link ends now.

    `address` makes the link's address of its random part. Raises NoMailbox, or NotOpen where nothing is taken now.
    """
    current = lock_case(case)
    if not current.mailbox:
        raise NoMailbox
    if current.locked or current.fieldwork.state != Fieldwork.State.OPEN or current.state != Case.State.SUBMITTED:
        raise NotOpen(current.state)
    link, token = make_link(case=current)
    Link.objects.filter(pk=link.pk).update(reopens=True)
    mail_reopened(current, address(token))
