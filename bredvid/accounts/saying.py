"""What went wrong with staff, in the reader's language."""

from django.utils.translation import gettext

from bredvid.accounts.actions import StaffError


def saying(error: StaffError) -> str:
    """The sentence for a page: what, and how to mend it."""
    sentences = {
        "is-staff": gettext("Somebody with that e-mail has an account already."),
        "is-invited": gettext("Somebody with that e-mail is invited already. Renew that invitation instead."),
        "unknown-role": gettext("There is no such role."),
        "last-administrator": gettext("This is the last administrator. Make somebody else one first."),
        "own-factor": gettext("A colleague has to reset your second factor."),
        "is-open": gettext("The account is open: close it first."),
        "no-reason": gettext("Say why: it stands in the log."),
    }
    return sentences[error.code]
