"""How every address of hers is answered: no cookie, no copy, nothing compressed, and each refusal by its class."""

import functools
import logging
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from bredvid.room.hers import wire
from bredvid.room.keystore.slots import KeyFileError
from bredvid.room.protocol.encoding import to_text
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.storing import starting
from bredvid.room.storing.answers import Head
from bredvid.room.storing.durability import NotDurableError
from bredvid.room.storing.refusals import Conflict, NoRoom, Quota

P = ParamSpec("P")
Asked = Callable[Concatenate[HttpRequest, P], dict[str, Any]]
STATUS = {Outcome.REFUSED: 403, Outcome.TOO_LARGE: 413, Outcome.CONFLICT: 409, Outcome.QUOTA: 429}
BUSY = "busy"
"""The class of an answer that is no fault of hers: nothing could be read or written now. Sent again it may."""

OURS = (DatabaseError, NotDurableError, KeyFileError)

logger = logging.getLogger(__name__)


def answers(method: str) -> Callable[[Asked[P]], Callable[..., HttpResponse]]:
    """Makes a view of what reads a request and gives the answer's members. No authority but what is sent with it."""

    def made(view: Asked[P]) -> Callable[..., HttpResponse]:
        @csrf_exempt
        @functools.wraps(view)
        def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            # How long an answer is must not depend on what it says: the middleware compresses none of these.
            request.META.pop("HTTP_ACCEPT_ENCODING", None)
            if request.method != method:
                response = wire.answer({"class": Outcome.NOT_CANONICAL}, 405)
                response.headers["Allow"] = method
                return response
            try:
                starting.ensure()
                return wire.answer(view(request, *args, **kwargs))
            except (Rejected, Conflict, Quota, NoRoom, *OURS) as error:
                return refusal(error)

        return answered

    return made


def refusal(error: Exception) -> HttpResponse:
    """The answer to what was refused. A room that is not there is refused like a token that is not ours."""
    if isinstance(error, OURS):
        logger.error("A room could not be read or written: %s.", type(error).__name__)
        return wire.answer({"class": BUSY}, 503)
    outcome = _outcome(error)
    members: dict[str, Any] = {"class": outcome}
    if isinstance(error, Conflict) and error.head:
        members["head"] = head(error.head)
    return wire.answer(members, STATUS.get(outcome, 400))


def _outcome(error: Exception) -> Outcome:
    if isinstance(error, Rejected):
        return error.outcome
    return {Conflict: Outcome.CONFLICT, Quota: Outcome.QUOTA}.get(type(error), Outcome.REFUSED)


def head(of: Head) -> dict[str, Any]:
    """The last entry's number and hash, as they travel."""
    return {"seq": of[0], "hash": to_text(of[1])}
