"""Who is in a room: the public part of an entry that begins an epoch (section 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from bredvid.room.protocol.encoding import Fields
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.signing import is_valid_key

MOST_MEMBERS = 8


class Role(IntEnum):
    """What a member is."""

    SHE = 0
    ORGANISATION = 1


@dataclass(frozen=True, slots=True)
class Member:
    """A member's two public keys: the one that signs, and the one that entries are sealed to."""

    role: Role
    author: bytes
    recipient: bytes


@dataclass(frozen=True, slots=True)
class Epoch:
    """What the server may read of an epoch: who is in it, and its recipient."""

    members: tuple[Member, ...]
    recipient: bytes

    @property
    def she(self) -> Member:
        """Her, who always stands first."""
        return self.members[0]

    def member(self, author: bytes) -> Member | None:
        """The member with an author key."""
        return next((one for one in self.members if one.author == author), None)


def in_order(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members in the order of the entry."""
    return tuple(sorted(members, key=lambda member: (member.role, member.author)))


def to_bytes(epoch: Epoch) -> bytes:
    """The public part."""
    each = (bytes((member.role,)) + member.author + member.recipient for member in epoch.members)
    return bytes((len(epoch.members),)) + b"".join(each) + epoch.recipient


def from_bytes(data: bytes) -> Epoch:
    """The epoch of a public part.

    Raises Rejected (unknown-version, not-canonical, cut-short, extra-bytes, bad-signature).
    """
    fields = Fields(data)
    members = tuple(
        Member(_role(fields.number(1)), fields.take(32), fields.take(32)) for _ in range(_number(fields.number(1)))
    )
    epoch = Epoch(members, fields.take(32))
    fields.end()
    _check(members)
    return epoch


def _number(number: int) -> int:
    if not 1 <= number <= MOST_MEMBERS:
        raise Rejected(Outcome.NOT_CANONICAL, f"{number} members")
    return number


def _role(number: int) -> Role:
    try:
        return Role(number)
    except ValueError as error:
        raise Rejected(Outcome.UNKNOWN_VERSION, f"role {number}") from error


def _check(members: tuple[Member, ...]) -> None:
    roles = [member.role for member in members]
    if roles[0] is not Role.SHE or Role.SHE in roles[1:]:
        raise Rejected(Outcome.NOT_CANONICAL, "she stands first, and once")
    if in_order(members) != members or len({member.author for member in members}) < len(members):
        raise Rejected(Outcome.NOT_CANONICAL, "order")
    if not all(is_valid_key(member.author) for member in members):
        raise Rejected(Outcome.BAD_SIGNATURE, "a key that nobody can sign with")
