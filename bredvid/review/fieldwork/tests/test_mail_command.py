"""What waits is sent by a timer, and what cannot be sent is said and kept."""

import pytest
from click.testing import CliRunner
from django.core import mail

from bredvid.review.commands import commands
from bredvid.review.fieldwork.letters import TRIES, write_letter
from bredvid.review.fieldwork.tests import makers
from bredvid.review.models import Letter

pytestmark = pytest.mark.django_db


def send():
    return CliRunner().invoke(commands, ["mail", "send"])


@pytest.fixture
def waiting():
    """A mail that waits."""
    return write_letter(case=makers.case(), kind=Letter.Kind.INVITATION, subject="Hej", body="Länken")


def test_what_waits_is_sent_once_and_its_text_is_not_kept(waiting):
    assert send().output == "1 sent, 0 not sent now, 0 given up.\n"
    assert send().output == "0 sent, 0 not sent now, 0 given up.\n"
    assert [message.body for message in mail.outbox] == ["Länken"]
    waiting.refresh_from_db()
    assert (waiting.state, waiting.body) == (Letter.State.SENT, "")


def test_what_cannot_be_sent_is_said_and_kept_until_it_has_been_tried_often_enough(waiting, monkeypatch):
    def away(message):
        raise ConnectionRefusedError("no mail server")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", away)
    for _ in range(TRIES):
        done = send()
    waiting.refresh_from_db()
    assert done.exit_code == 1
    assert "no mail server" in done.output
    assert (waiting.state, waiting.body) == (Letter.State.FAILED, "Länken")
    assert send().output == "0 sent, 0 not sent now, 1 given up.\n"
