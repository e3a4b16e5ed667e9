"""How mail leaves: a server by its address, a folder, or a clear refusal."""

import socket
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import send_mail

from bredvid.config.mail import MailNotConfiguredError, mail_from


def test_a_server_is_one_address():
    found = mail_from("smtp+starttls://anna%40roks.example:p%2Fw@mail.example:2525")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", 2525)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("anna@roks.example", "p/w")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"], found["MAIL_CONFIGURED"]) == (True, False, True)


@pytest.mark.parametrize(
    ("address", "port", "tls", "ssl"),
    [("smtp://h", 25, False, False), ("smtp+starttls://h", 587, True, False), ("smtps://h", 465, False, True)],
)
def test_each_way_has_its_usual_port(address, port, tls, ssl):
    found = mail_from(address)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (port, tls, ssl)


@pytest.mark.parametrize("address", ["mail.example", "https://mail.example", "smtp://", "smtp:mail.example"])
def test_another_address_is_refused_with_what_to_write(address):
    with pytest.raises(ValueError, match=r"smtp\+starttls://user:password@host:587"):
        mail_from(address)


class Postbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.letters: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        self.letters.append(envelope)
        return "250 kept"


def test_a_mail_reaches_a_real_server(settings):
    # Given a server that listens, and an installation that knows its address
    postbox = Postbox()
    server = Controller(postbox, hostname="127.0.0.1", port=_free_port())
    server.start()
    for name, value in mail_from(f"smtp://127.0.0.1:{server.port}").items():
        setattr(settings, name, value)
    # When a mail is sent
    send_mail("Hej", "Länk: https://bredvid.example/x/", "bredvid@bredvid.example", ["ada@roks.example"])
    server.stop()
    # Then it is there, from whom and to whom it should be
    [letter] = postbox.letters
    assert (letter.mail_from, letter.rcpt_tos) == ("bredvid@bredvid.example", ["ada@roks.example"])


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def test_without_a_server_sending_says_what_to_set(settings):
    settings.EMAIL_BACKEND = mail_from(None)["EMAIL_BACKEND"]
    with pytest.raises(MailNotConfiguredError, match="BREDVID_SMTP_URL"):
        send_mail("a", "b", "c@d.example", ["e@f.example"])
