"""What is sealed in an entry, and opening it (sections 8–10)."""

import json
import os
from collections.abc import Mapping
from typing import Any

from bredvid.room.protocol import age_files, entries, members
from bredvid.room.protocol.age_files import Chance
from bredvid.room.protocol.encoding import from_text, to_text
from bredvid.room.protocol.entries import Entry, Kind, Place
from bredvid.room.protocol.members import Epoch, Member
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.padding import padded, unpadded

Body = Mapping[str, Any]


def sealed_entry(
    place: Place, epoch: Epoch, body: Body, seed: bytes, shown: Member | None = None, chance: Chance = os.urandom
) -> Entry:  # fmt: skip
    """An entry with its body sealed to whom its kind says, and signed with the author's seed.

    `epoch` is the one it begins or stands in; `shown` the member to whom an entry of kind show hands something over.
    """
    public, to = b"", [epoch.recipient]
    if place.kind is Kind.EPOCH:
        public, to = members.to_bytes(epoch), [member.recipient for member in epoch.members]
    elif shown is not None:
        public, to = shown.author, [shown.recipient]
    content = entries.binding(place, public) + json.dumps(body, ensure_ascii=False).encode()
    return entries.signed(Entry(place, public, age_files.seal(to, padded(content), chance)), seed)


def opened(entry: Entry, identity: bytes) -> Body:
    """The body of an entry that was accepted. Raises Rejected (wrong-key, changed, bad-padding, wrong-place)."""
    recipients = len(members.from_bytes(entry.public).members) if entry.place.kind is Kind.EPOCH else 1
    content = unpadded(age_files.open_file(identity, entry.sealed, recipients))
    bound = entries.binding(entry.place, entry.public)
    if not content.startswith(bound):
        raise Rejected(Outcome.WRONG_PLACE, "inside")
    try:
        body = json.loads(content[len(bound) :].decode(), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise Rejected(Outcome.NOT_CANONICAL, "body") from error
    if not isinstance(body, dict):
        raise Rejected(Outcome.NOT_CANONICAL, "body")
    return body


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def identity_of(body: Body) -> bytes:
    """The identity of the epoch that an entry begins. Raises Rejected (not-canonical)."""
    return _key(body.get("epoch"))


def earlier_of(body: Body) -> dict[int, bytes]:
    """The identities of earlier epochs that an entry of kind show hands over. Raises Rejected (not-canonical)."""
    texts = body.get("epochs")
    if not isinstance(texts, dict) or not all(_is_number(number) for number in texts):
        raise Rejected(Outcome.NOT_CANONICAL, "epochs")
    return {int(number): _key(text) for number, text in texts.items()}


def epoch_body(identity: bytes, names: Mapping[bytes, str], at: str) -> Body:
    """The body of an entry that begins an epoch: its identity, and what its members are called."""
    return {"at": at, "epoch": to_text(identity), "names": {to_text(author): name for author, name in names.items()}}


def show_body(identities: Mapping[int, bytes], at: str) -> Body:
    """The body of an entry that shows somebody what was written before."""
    return {"at": at, "epochs": {str(number): to_text(key) for number, key in identities.items()}}


def _is_number(text: str) -> bool:
    """Says whether a text is a whole number in the one way to write it."""
    return text.isascii() and text.isdecimal() and len(text) <= 10 and str(int(text)) == text


def _key(text: object) -> bytes:
    if not isinstance(text, str):
        raise Rejected(Outcome.NOT_CANONICAL, "key")
    return from_text(text, 32)
