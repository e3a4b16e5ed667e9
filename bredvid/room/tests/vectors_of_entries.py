"""Vectors of single entries (section 9): what each receiver must reject, from outside and from inside."""

from dataclasses import replace
from typing import Any

from bredvid.room.protocol import age_files, entries
from bredvid.room.protocol.entries import Entry, Kind
from bredvid.room.protocol.padding import padded
from bredvid.room.tests.people import Person, Room, room_with, signed_anew, somebody

Vector = dict[str, Any]


def vectors() -> tuple[Vector, list[Vector]]:
    """What is given for all, her identity and a log that she accepts; and entries that she reads after it."""
    room, she, [shelter] = room_with("Lyktan", seed="entries")
    room.add(room.say(she, "hej"))
    given = {"room": room.number.hex(), "identity": she.identity.hex(), "log": [each.hex() for each in room.log]}
    right = room.say(shelter, "vi finns här")
    groups = (
        _good(room, she, shelter), _shapes(right), _places(room, right, shelter), _inside(room, right, shelter),
        [("every-single-byte", "rejected", "each byte changed in turn, by exclusive or with 01", right.to_bytes())],
    )  # fmt: skip
    return given, [_vector(*case) for group in groups for case in group]


Case = tuple[str, str, str, bytes]


def _vector(name: str, expect: str, why: str, data: bytes) -> Vector:
    return {"name": name, "section": "9", "why": why, "expect": expect, "entry": data.hex()}


def _good(room: Room, she: Person, shelter: Person) -> list[Case]:
    long = "å" * 1_500
    made = [
        ("a-message", room.say(shelter, "vi finns här")), ("a-long-message", room.say(shelter, long)),
        ("she-writes", room.say(she, "")), ("who-leaves", room.say(shelter, "hej då", Kind.LEAVE)),
        ("a-new-epoch", room.begin([she, shelter])), ("alone-again", room.begin([she])),
    ]  # fmt: skip
    return [(name, "success", "an entry of this kind", entry.to_bytes()) for name, entry in made]


def _shapes(right: Entry) -> list[Case]:
    whole = right.to_bytes()
    kind_at = 92
    return [
        ("other-magic", "unknown-version", "a version from the future", b"brv2" + whole[4:]),
        ("other-kind", "unknown-version", "a kind from the future", whole[:kind_at] + b"\x09" + whole[kind_at + 1 :]),
        ("cut-in-the-signature", "cut-short", "nothing may be missing", whole[:-1]),
        ("cut-in-the-head", "cut-short", "nothing may be missing", whole[:50]),
        ("nothing", "cut-short", "nothing may be missing", b""),
        ("a-byte-more", "extra-bytes", "nothing may be left over", whole + b"\0"),
        ("a-length-beyond", "cut-short", "a length that points outside", whole[:95] + b"\xff" * 4 + whole[99:]),
    ]


def _places(room: Room, right: Entry, shelter: Person) -> list[Case]:
    place, stranger = right.place, somebody(room.chance)

    def moved(by: Person = shelter, **changes: Any) -> bytes:
        return signed_anew(right, by, place=replace(place, **changes)).to_bytes()

    return [
        ("another-room", "wrong-place", "an entry of another room", moved(room=bytes(16))),
        ("a-sequence-too-far", "wrong-place", "an entry is missing between", moved(sequence=place.sequence + 1)),
        ("the-same-sequence", "wrong-place", "an entry in another's place", moved(sequence=place.sequence - 1)),
        ("another-previous", "wrong-place", "another history", moved(previous=bytes(32))),
        ("an-old-epoch", "old-epoch", "who was let out may still have its key", moved(epoch=place.epoch - 1)),
        ("an-epoch-ahead", "wrong-place", "an epoch that nobody began", moved(epoch=place.epoch + 1)),
        ("a-stranger", "not-a-member", "signed rightly, and not in", moved(by=stranger, author=stranger.author)),
        ("signed-by-another", "bad-signature", "in the name of a member", moved(by=stranger)),
        ("public-bytes", "not-canonical", "a message has none", signed_anew(right, shelter, public=b"x").to_bytes()),
    ]  # fmt: skip


def _inside(room: Room, right: Entry, shelter: Person) -> list[Case]:
    def sealed(data: bytes) -> bytes:
        return signed_anew(right, shelter, sealed=data).to_bytes()

    epoch = room.state.epoch
    if epoch is None:
        raise ValueError("the room has an epoch")
    bound = entries.binding(right.place, b"")
    elsewhere = entries.binding(replace(right.place, sequence=9), b"")

    def holding(content: bytes, recipient: bytes = epoch.recipient) -> bytes:
        return sealed(age_files.seal([recipient], content, room.chance.bytes))

    two = age_files.seal([epoch.recipient] * 2, padded(bound + b"{}"), room.chance.bytes)
    changed = right.sealed[:-1] + bytes([right.sealed[-1] ^ 1])
    return [
        ("plain-text", "bad-size", "there is no path that takes plaintext", sealed(b"hej, jag heter")),
        ("plain-text-of-the-right-size", "wrong-kind", "nor one of the right size", sealed(b"h" * len(right.sealed))),
        ("two-recipients", "bad-size", "a second reader whom nobody let in", sealed(two)),
        ("no-bucket", "bad-size", "a size that tells", holding(bound + b"{}")),
        ("sealed-to-another", "wrong-key", "not to the epoch", holding(padded(bound + b"{}"), bytes(31) + b"\x09")),
        ("changed-inside", "changed", "the last byte of the file", sealed(changed)),
        ("bad-padding", "bad-padding", "a byte after the content", holding(padded(bound + b"{}")[:-1] + b"\1")),
        ("place-inside", "wrong-place", "sealed for another place", holding(padded(elsewhere + b"{}"))),
        ("no-json", "not-canonical", "a body that is none", holding(padded(bound + b"hej"))),
        ("a-list", "not-canonical", "a body that is no object", holding(padded(bound + b"[]"))),
        ("no-utf-8", "not-canonical", "a body in another encoding", holding(padded(bound + b'{"text": "\xff"}'))),
    ]  # fmt: skip
