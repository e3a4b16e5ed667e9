"""What the page asks and sends. Everything that opens something stays in the browser; here come sealed bytes alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from bredvid.places.models import Organisation
from bredvid.room.desk import actions, reads, waiting, wire
from bredvid.room.desk.access import Action, of_organisation, staff_of
from bredvid.room.desk.errors import Refused
from bredvid.room.models.desks import Desk, Holder
from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.storing import entries
from bredvid.room.storing.refusals import Conflict, NoRoom, Quota

View = Callable[..., Any]


def plainly(view: View) -> View:
    """Answers every refusal in one form, with its class."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return wire.answer(view(*args, **kwargs))
        except Refused as error:
            return wire.refusal(error.outcome, error.status)
        except Rejected as error:
            return wire.refusal(error.outcome.value)
        except Quota:
            return wire.refusal("quota", 429)
        except NoRoom:
            return wire.refusal("refused", 404)
        except Conflict:
            return wire.refusal("conflict", 409)

    return answered


@require_GET
@of_organisation(Action.ROOM_ANSWER)
@plainly
def state(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """Where the desk and she stand: keys that are public, and what is sealed to her."""
    desk = reads.desk_of(organisation)
    holder = reads.holder_of(desk, staff_of(request))
    return {
        "desk": _desk(desk) if desk else None,
        "me": _me(holder) if holder else None,
        "colleagues": [{**each, "recipient": wire.text(each["recipient"])} for each in reads.colleagues(desk)]  # type: ignore[arg-type]
        if desk
        else [],
    }


def _desk(desk: Desk) -> dict[str, Any]:
    return {
        "name": desk.organisation.name,
        "author": wire.text(desk.author),
        "recipient": wire.text(desk.recipient),
        "ready": reads.may_be_let_in(desk),
    }


def _me(holder: Holder) -> dict[str, Any]:
    locks = [
        {
            "way": each.way,
            "salt": wire.text(each.salt),
            "credential": wire.text(each.credential),
            "wrapped": wire.text(each.wrapped),
        }
        for each in holder.locks.order_by("pk")
    ]
    return {"recipient": wire.text(holder.recipient), "handed": wire.text(holder.organisation), "locks": locks}


@require_POST
@of_organisation(Action.DESK_MANAGE)
@plainly
def set_up(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """The organisation's keys, made in a browser just now."""
    body = wire.members(request, "recipient", "lock", "desk")
    given = _dict(body["desk"], "author", "recipient", "handed")
    desk = actions.NewDesk(
        wire.data(given["author"], 32), wire.data(given["recipient"], 32), wire.data(given["handed"])
    )
    actions.set_up(
        by=staff_of(request), organisation=organisation, recipient=wire.data(body["recipient"], 32),
        lock=_lock(body["lock"]), desk=desk,
    )  # fmt: skip
    return {}


@require_POST
@of_organisation(Action.ROOM_ANSWER)
@plainly
def join(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """Somebody's own key at the desk."""
    body = wire.members(request, "recipient", "lock")
    actions.join(
        by=staff_of(request), desk=_desk_of(organisation), recipient=wire.data(body["recipient"], 32),
        lock=_lock(body["lock"]),
    )  # fmt: skip
    return {}


@require_POST
@of_organisation(Action.ROOM_ANSWER)
@plainly
def add_lock(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """One more way to open one's own key."""
    holder = reads.holder_of(_desk_of(organisation), staff_of(request))
    if holder is None:
        raise Refused("refused", 403)
    actions.add_lock(holder=holder, lock=_lock(wire.members(request, "lock")["lock"]))
    return {}


@require_POST
@of_organisation(Action.ROOM_ANSWER)
@plainly
def let_in(request: HttpRequest, organisation: Organisation, number: int) -> dict[str, Any]:
    """The organisation's identity, sealed to a colleague."""
    body = wire.members(request, "recipient", "handed")
    actions.let_in(
        by=staff_of(request), desk=_desk_of(organisation), holder=number,
        recipient=wire.data(body["recipient"], 32), handed=wire.data(body["handed"]),
    )  # fmt: skip
    return {}


@require_POST
@of_organisation(Action.DESK_MANAGE)
@plainly
def take_away(request: HttpRequest, organisation: Organisation, number: int) -> dict[str, Any]:
    """What a colleague holds is deleted."""
    actions.take_away(by=staff_of(request), desk=_desk_of(organisation), holder=number)
    return {}


@require_POST
@of_organisation(Action.ROOM_ANSWER)
@plainly
def unlocked(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """She has opened her keys today."""
    actions.unlocked(by=staff_of(request), desk=_desk_of(organisation))
    return {}


@require_GET
@of_organisation(Action.ROOM_ANSWER)
@plainly
def rooms(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """The rooms of the desk, for those who hold its key."""
    desk = _held(request, organisation)
    listed = [
        {"number": each.number, "waiting": each.waiting, "member": True, "entries": each.entries}
        for each in waiting.rooms_of(desk)
    ]
    return {"rooms": listed}


@require_GET
@of_organisation(Action.ROOM_ANSWER)
@plainly
def read(request: HttpRequest, organisation: Organisation, number: int, start: int) -> dict[str, Any]:
    """The entries of a room from a sequence on."""
    desk = _held(request, organisation)
    room = _room(desk, number)
    part = entries.read(room, start, author=bytes(desk.author))
    more = start + len(part.entries) <= part.head[0]
    return {"room": wire.text(room), "entries": [wire.text(each) for each in part.entries], "more": more}


@require_POST
@of_organisation(Action.ROOM_ANSWER)
@plainly
def append(request: HttpRequest, organisation: Organisation, number: int) -> dict[str, Any]:
    """An answer, or that the desk leaves."""
    desk = _held(request, organisation)
    body = wire.members(request, "key", "entries")
    if not isinstance(body["entries"], list):
        raise Refused("not-canonical")
    batch = entries.Batch([wire.data(each) for each in body["entries"]], wire.data(body["key"], 16))
    head = entries.append(_room(desk, number), batch, author=bytes(desk.author))
    return {"head": {"seq": head[0], "hash": wire.text(head[1])}}


def _desk_of(organisation: Organisation) -> Desk:
    desk = reads.desk_of(organisation)
    if desk is None:
        raise Refused("refused", 404)
    return desk


def _held(request: HttpRequest, organisation: Organisation) -> Desk:
    """The desk, for somebody who holds its key. Raises Refused for everybody else."""
    desk = _desk_of(organisation)
    holder = reads.holder_of(desk, staff_of(request))
    if holder is None or holder.organisation is None:
        raise Refused("refused", 404)
    return desk


def _room(desk: Desk, number: int) -> bytes:
    room = waiting.room_of(desk, number)
    if room is None:
        raise NoRoom
    return room


def _lock(value: object) -> actions.NewLock:
    given = _dict(value, "way", "salt", "credential", "wrapped")
    if not isinstance(given["way"], str):
        raise Refused("not-canonical")
    return actions.NewLock(
        given["way"], wire.data(given["salt"], 16), wire.data(given["credential"]), wire.data(given["wrapped"])
    )


def _dict(value: object, *names: str) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) != set(names):
        raise Refused("not-canonical")
    return value
