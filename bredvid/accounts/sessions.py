"""Sessions in the database, without what must not be written down."""

from typing import Any

from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from bredvid.accounts.models import Staff


class SessionStore(DatabaseStore):
    """Refuses one thing allauth would keep: a whole request, with address and browser, while somebody signs in anew.

    Without it she comes back to the page itself afterwards and presses its button once more.
    """

    def __setitem__(self, key: str, value: Any) -> None:
        """Keeps a value, unless it is that one."""
        if key != STATE_SESSION_KEY:
            super().__setitem__(key, value)


def forget_ended() -> None:
    """Deletes the sessions whose time is out. Nobody can use them; nobody need keep them."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def end_all_of(staff: Staff) -> int:
    """Signs somebody out everywhere; returns from how many browsers."""
    ended = 0
    for session in Session.objects.iterator():
        if str(session.get_decoded().get("_auth_user_id")) == str(staff.pk):
            session.delete()
            ended += 1
    return ended
