"""A round in the field on a real server of its own, with a mail server that keeps what it is given."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from bredvid.config.tests.server import free_port, running
from bredvid.review.answering.tests.prepare_server import mailbox_of
from tests.gates import REPOSITORY

PREPARE = "bredvid.review.answering.tests.prepare_server"


@dataclass
class Mailbox:
    """What came to the municipality's functional address, newest last."""

    letters: list[tuple[list[str], str, str]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        """Keeps whom it is to, its subject and its words."""
        letter = message_from_bytes(envelope.content, policy=policy.default)
        body = letter.get_body()
        words = str(body.get_content()).replace("\r\n", "\n") if body else ""
        self.letters.append((envelope.rcpt_tos, str(letter["Subject"]), words))
        return "250 kept"


@dataclass
class AnsweringSite:
    """Where it is served, the municipalities whose links nobody has used yet, and what was mailed."""

    address: str
    links: dict[str, str]
    post: Mailbox
    environment: dict[str, str]

    def next_municipality(self) -> "Asked":
        """One that nobody has answered for yet."""
        return Asked(self, *self.links.popitem())


@dataclass
class Asked:
    """A municipality in the field: its code and its link's random part."""

    site: AnsweringSite
    code: str
    token: str

    @property
    def letters(self) -> list[tuple[str, str]]:
        """Subject and words of what came to its functional address, newest last."""
        to = [mailbox_of(self.code)]
        return [(subject, words) for whom, subject, words in self.site.post.letters if whom == to]

    def entries(self) -> list[list[Any]]:
        """Its stored answers: question, revision, value, reason, superseded."""
        return [row[1:] for row in _ask(self.site.environment, "entries") if row[0] == self.code]


@contextlib.contextmanager
def answering_site(folder: Path) -> Iterator[AnsweringSite]:
    """The form of 2026, open for some municipalities."""
    mailbox = Mailbox()
    post = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    post.start()
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/answers.sqlite3", "BREDVID_SMTP_URL": f"smtp://127.0.0.1:{post.port}",
    }  # fmt: skip
    try:
        links = _ask(environment, "form-of-2026")
        command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
        with running(command, folder, **environment) as server:
            yield AnsweringSite(f"http://127.0.0.1:{server.port}", links, mailbox, environment)
    finally:
        post.stop()


def _ask(environment: dict[str, str], what: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", PREPARE, what], cwd=REPOSITORY, env=os.environ | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the round could not be made ready: {done.stderr[-2000:]}")
    return json.loads(done.stdout)
