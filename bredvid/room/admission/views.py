"""Nonce, pepper, challenge, sign-in: what anybody may ask, and alike whether a room is there or not."""

from typing import Any, Final

from django.http import HttpRequest

from bredvid.room.admission.shared import issuer, load, spent
from bredvid.room.hers import wire
from bredvid.room.hers.answering import answers
from bredvid.room.keystore.slots import FAKE, PEPPER, PROOF
from bredvid.room.protocol import proof, sign_in, signing
from bredvid.room.protocol.encoding import to_text
from bredvid.room.protocol.fake import fake_identity
from bredvid.room.protocol.keys import pepper
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.sign_in import Challenge
from bredvid.room.storing import clock, deployment, keys, rooms

NOBODY: Final = signing.public_key(bytes(32))
"""Whose signature is checked where there is no room: the work is the same."""


@answers("GET")
def nonce(request: HttpRequest) -> dict[str, Any]:
    """The nonce of these ten minutes, the same for everybody under the same load, and the installation's id."""
    made = proof.make_nonce(keys.slots().key(PROOF), load().difficulty(clock.now()), _window())
    return {"nonce": to_text(made), "deployment": to_text(deployment.number())}


@answers("POST")
def peppered(request: HttpRequest) -> dict[str, Any]:
    """p, for a proof of work; neither q nor p is kept."""
    sent = wire.body(request, {
        "q": wire.data(32), "nonce": wire.data(), "proof": wire.data(),
    })  # fmt: skip
    difficulty = proof.check_nonce(keys.slots().key(PROOF), sent["nonce"], _window())
    proof.check_proof(sent["nonce"], sent["q"], sent["proof"], difficulty)
    load().proved(sent["nonce"], sent["q"], clock.now())
    return {"p": to_text(pepper(keys.slots().key(PEPPER), sent["q"]))}


@answers("POST")
def challenge(request: HttpRequest) -> dict[str, Any]:
    """A challenge, and the identity file of the room or a fake that nobody can tell from one."""
    locator = wire.body(request, {"locator": wire.data(32)})["locator"]
    found = rooms.find(locator)
    fake = fake_identity(keys.slots().key(FAKE), locator)
    made, expires = issuer().challenge(locator, clock.now())
    return {"nonce": to_text(made), "expires": expires, "identity": to_text(found.identity if found else fake)}


@answers("POST")
def signed_in(request: HttpRequest) -> dict[str, Any]:
    """Lets her in for half an hour; everything that is wrong is refused alike."""
    sent = wire.body(request, {
        "locator": wire.data(32), "nonce": wire.data(32), "expires": wire.number(most=1 << 40),
        "signature": wire.data(64),
    })  # fmt: skip
    asked = Challenge(origin_of(request), sent["locator"], sent["nonce"], sent["expires"])
    issuer().check_challenge(asked.locator, asked.nonce, asked.expires, clock.now())
    found = rooms.find(asked.locator)
    try:
        sign_in.check(found.sign_in if found else NOBODY, asked, sent["signature"])
    except Rejected as error:
        raise Rejected(Outcome.REFUSED, "signature") from error
    if found is None or not spent().take(asked.nonce):
        raise Rejected(Outcome.REFUSED)
    rooms.visit(found.room)
    token = issuer().token(found.room, clock.now())
    return {"token": to_text(token), "room": to_text(found.room), "memory": to_text(found.memory)}


def origin_of(request: HttpRequest) -> str:
    """Scheme, host and port that the page was loaded from, as her browser names them."""
    return f"{request.scheme}://{request.get_host()}"


def _window() -> int:
    return clock.now() // proof.WINDOW_SECONDS
