"""A shelter whose staff hold its key, and women who have written to it, by the protocol in Python."""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from bredvid.accounts.models import Staff
from bredvid.accounts.tests.makers import signed_in_client, staff_with
from bredvid.places.models import Organisation
from bredvid.room.desk import seals
from bredvid.room.models import Desk, Holder, Membership
from bredvid.room.protocol.members import Role
from bredvid.room.storing import clock, keys, making
from bredvid.room.storing.tests.makers import Written, written
from bredvid.room.tests.people import Person

SALT = bytes(16)


def text(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def secret(name: str) -> bytes:
    """Thirty-two bytes that are the same each time."""
    return hashlib.sha256(name.encode()).digest()


@dataclass
class Shelter:
    """An organisation, its keys, and those who work there."""

    name: str
    organisation: Organisation
    made: Desk | None = None
    staff: list[Staff] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        """Its desk. Raises ValueError where it has none."""
        if self.made is None:
            raise ValueError("this shelter has no desk")
        return self.made

    @property
    def keys(self) -> seals.Organisation:
        return seals.Organisation(secret(f"{self.name}/sign"), secret(f"{self.name}/open"))

    @property
    def person(self) -> Person:
        """The shelter as a member of rooms."""
        return Person(Role.ORGANISATION, self.keys.sign, self.keys.open, self.name)

    def client(self, number: int = 0) -> Client:
        """A browser in which one of them has signed in."""
        return signed_in_client(staff=self.staff[number])

    def hires(self, role: str = "worker", *, name: str = "Disa") -> Staff:
        """Somebody more who works there, without a key."""
        staff = staff_with(role, name=name, email=f"{uuid4().hex[:8]}@bredvid.example")
        staff.organisation = self.organisation
        staff.save()
        self.staff.append(staff)
        return staff

    def number_of(self, room: Written) -> int:
        """The running number under which its desk finds a room."""
        mark = keys.mark_of_desk(self.keys.author)
        return Membership.objects.get(room__number=room.new.room, desk=mark, until=None).pk


def shelter(name: str = "lyktan", *roles: str) -> Shelter:
    """An organisation in which people of these roles work; no desk."""
    made = Shelter(name, Organisation.objects.create(code=name, name=f"Exempeljouren {name}"))
    for role in roles:
        made.hires(role, name=f"{role} at {name}")
    return made


def identity_of(staff: Staff) -> bytes:
    """The secret half of somebody's own key."""
    return secret(f"person/{staff.pk}")


def with_desk(name: str = "lyktan", *roles: str) -> Shelter:
    """The same with a desk whose key all of them hold and have unlocked today."""
    made = shelter(name, *(roles or ("coordinator", "worker")))
    made.made = Desk.objects.create(
        organisation=made.organisation, author=made.keys.author, recipient=made.keys.recipient, made=clock.today()
    )
    for staff in made.staff:
        hold(made, staff)
    return made


def hold(made: Shelter, staff: Staff) -> Holder:
    """Lets somebody hold the key."""
    recipient = seals.recipient(identity_of(staff))
    return Holder.objects.create(
        desk=made.desk, staff=staff, recipient=recipient, organisation=made.keys.handed_to(recipient),
        unlocked=clock.today(),
    )  # fmt: skip


def handed_to(staff: Staff) -> bytes:
    """What was handed to somebody; nothing where she was not let in."""
    return bytes(Holder.objects.get(staff=staff).organisation or b"")


def wrote(seed: str, *shelters: Shelter) -> Written:
    """A woman has written to these shelters."""
    made = written(seed, *(each.person for each in shelters))
    making.make(made.new)
    return made


def lock(way: str = "phrase", *, wrapped: bytes | None = None) -> dict[str, str]:
    """A lock as a browser sends it."""
    sealed = seals.locked(secret("identity"), secret("wrap")) if wrapped is None else wrapped
    credential = text(b"number") if way == "passkey" else ""
    return {"way": way, "salt": text(SALT), "credential": credential, "wrapped": text(sealed)}


def ask(client: Client, name: str, *where: int, body: Any = None) -> Any:
    """Asks an address of the desk as its page does: a GET where there is no body."""
    address = reverse(f"room-desk:{name}", args=where)
    if body is None:
        return client.get(address)
    return client.post(address, json.dumps(body), content_type="application/json")
