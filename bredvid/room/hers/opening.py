"""A new room: the proof of work is paid, the locator is the code's own, and the sign-in key is hers (section 11)."""

from typing import Any

from django.http import HttpRequest

from bredvid.room.admission.shared import issuer, spent
from bredvid.room.hers import wire
from bredvid.room.hers.answering import answers, head
from bredvid.room.hers.views import ENTRIES, KEY, memory
from bredvid.room.keystore.slots import PEPPER, PROOF
from bredvid.room.protocol import age_header, proof, sign_in
from bredvid.room.protocol.encoding import to_text
from bredvid.room.protocol.keys import pepper
from bredvid.room.protocol.labels import derived
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.padding import IDENTITY
from bredvid.room.protocol.sign_in import Challenge
from bredvid.room.protocol.signing import is_valid_key
from bredvid.room.storing import clock, keys, limits, making
from bredvid.room.storing.answers import Head
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.making import NewRoom


def identity(value: object) -> bytes:
    """Reads an identity file: an age file to one recipient, of the one size."""
    found: bytes = wire.data()(value)
    age_header.check_form(found, 1, (IDENTITY,))
    return found


def public_key(value: object) -> bytes:
    """Reads the public half of a key that somebody can sign with."""
    found: bytes = wire.data(32)(value)
    if not is_valid_key(found):
        raise Rejected(Outcome.BAD_SIGNATURE, "a key that nobody can sign with")
    return found


SHAPE = {
    "q": wire.data(32), "nonce": wire.data(proof.NONCE_LENGTH), "proof": wire.data(proof.PUZZLES * proof.ANSWER),
    "locator": wire.data(32), "challenge": wire.data(32), "expires": wire.number(most=1 << 40),
    "signature": wire.data(64), "sign_in": public_key, "room": wire.data(16), "identity": identity,
    "memory": memory, "days": wire.number(*limits.DAYS_KEPT), "key": KEY, "entries": ENTRIES,
}  # fmt: skip


@answers("POST")
def open_room(request: HttpRequest) -> dict[str, Any]:
    """Opens a new room and lets her in. Sent again it makes nothing and lets her in again."""
    sent = wire.body(request, SHAPE, limit=wire.LARGE)
    check_proof(sent)
    check_signature(sent, f"{request.scheme}://{request.get_host()}")
    batch = Batch(sent["entries"], sent["key"], sent["memory"])
    new = NewRoom(sent["locator"], sent["room"], sent["sign_in"], sent["identity"], sent["days"], batch)
    # A challenge that was answered before makes no room; it may be that the answer was lost on its way.
    made, week = making.make(new) if spent().take(sent["challenge"]) else sent_again(new)
    token = issuer().token(new.room, clock.now())
    return {"token": to_text(token), "head": head(made), "week": week}


def check_proof(sent: dict[str, Any]) -> None:
    """Raises Rejected: old-nonce, bad-proof, or refused for a locator that does not come of what was proved."""
    difficulty = proof.check_nonce(keys.slots().key(PROOF), sent["nonce"], clock.now() // proof.WINDOW_SECONDS)
    proof.check_proof(sent["nonce"], sent["q"], sent["proof"], difficulty)
    if derived(pepper(keys.slots().key(PEPPER), sent["q"]), "locator") != sent["locator"]:
        raise Rejected(Outcome.REFUSED, "another code's locator")


def check_signature(sent: dict[str, Any], origin: str) -> None:
    """Raises Rejected (refused) unless she signed a challenge of ours that is hers and not over."""
    issuer().check_challenge(sent["locator"], sent["challenge"], sent["expires"], clock.now())
    challenge = Challenge(origin, sent["locator"], sent["challenge"], sent["expires"])
    try:
        sign_in.check(sent["sign_in"], challenge, sent["signature"])
    except Rejected as error:
        raise Rejected(Outcome.REFUSED, "signature") from error


def sent_again(new: NewRoom) -> tuple[Head, str]:
    """What the very same request was answered. Raises Rejected (refused) for any other."""
    standing = making.made_before(new)
    if standing is None:
        raise Rejected(Outcome.REFUSED, "used before")
    return standing
