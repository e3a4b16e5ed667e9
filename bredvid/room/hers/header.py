"""The one header that opens her room: `Authorization: Room <room>.<token>`, both base64url."""

from django.http import HttpRequest

from bredvid.room.admission.shared import issuer
from bredvid.room.protocol.encoding import from_text
from bredvid.room.protocol.entries import ROOM
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.storing import clock

SCHEME = "Room "
TOKEN = 40


def entered(request: HttpRequest) -> bytes:
    """The number of the room that the header opens. Raises Rejected (refused), without a look into the database."""

    text = request.META.get("HTTP_AUTHORIZATION", "")
    room, dot, token = text.removeprefix(SCHEME).partition(".")
    if not text.startswith(SCHEME) or not dot:
        raise Rejected(Outcome.REFUSED, "header")
    try:
        number, proof = from_text(room, ROOM), from_text(token, TOKEN)
    except Rejected as error:
        raise Rejected(Outcome.REFUSED, "header") from error
    issuer().check_token(number, proof, clock.now())
    return number
