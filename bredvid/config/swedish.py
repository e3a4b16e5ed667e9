"""The Swedish catalogues: one for each room, kept in step with its strings, and judged.

English needs none: the strings in templates and code are the English.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message as Entry
from babel.messages.pofile import read_po, write_po

from bredvid.config.messages import Key, Message, messages_of, rooms

# No dates and no tool's name: a catalogue changes only when its words do.
HEADER = """msgid ""
msgstr ""
"Language: sv\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd](?!\w)|%%|\{\w*\}")


def catalogue_path(room: Path) -> Path:
    """Where a room's Swedish stands."""
    return room / "locale" / "sv" / "LC_MESSAGES" / "django.po"


def read(room: Path) -> dict[Key, Entry]:
    """A room's Swedish, by string. Empty where it has none yet. Raises ValueError for an unreadable file."""
    path = catalogue_path(room)
    if not path.exists():
        return {}
    try:
        catalogue = read_po(io.BytesIO(path.read_bytes()), locale="sv", abort_invalid=True)
    except Exception as error:
        raise ValueError(f"{path.relative_to(room.parent.parent)}: {error}") from error
    return {_key(entry): entry for entry in catalogue if entry.id}


def update(room: Path) -> list[Key]:
    """Writes a room's catalogue anew from its strings, keeping what is translated; returns what is not yet.

    A string that is no longer shown leaves the catalogue; the history keeps its words.
    """
    messages, known = messages_of(room), read(room)
    if messages:
        catalogue = Catalog(locale="sv", fuzzy=False)
        for key in sorted(messages):
            _add(catalogue, key, messages[key], known.get(key))
        _write(catalogue_path(room), catalogue)
    return [key for key in messages if key not in known or not _is_translated(known[key])]


def problems(package_rooms: list[Path] | None = None) -> list[str]:
    """Everything wrong with the catalogues, one line each."""
    folders = rooms() if package_rooms is None else package_rooms
    swedish = {room.name: read(room) for room in folders}
    found = [problem for room in folders for problem in _problems_of(room, swedish[room.name])]
    return found + list(_contradictions(swedish))


def _problems_of(room: Path, swedish: dict[Key, Entry]) -> Iterator[str]:
    messages = messages_of(room)
    for key in sorted(messages):
        if key not in swedish or not _is_translated(swedish[key]):
            yield f"{room.name}: no Swedish for {key.singular!r} ({', '.join(sorted(messages[key].files))})"
    for key, entry in swedish.items():
        if key not in messages:
            yield f"{room.name}: {key.singular!r} is translated but no longer shown"
        if entry.fuzzy:
            yield f"{room.name}: {key.singular!r} is marked as a guess (fuzzy)"
        if _is_translated(entry) and not _same_placeholders(entry):
            yield f"{room.name}: the placeholders of {key.singular!r} and its Swedish differ"


def _contradictions(swedish: dict[str, dict[Key, Entry]]) -> Iterator[str]:
    # Django merges all catalogues: of two translations of one string, the reader would see either everywhere.
    first: dict[Key, tuple[str, Entry]] = {}
    for room, entries in swedish.items():
        for key, entry in entries.items():
            other, seen = first.setdefault(key, (room, entry))
            if seen.string != entry.string:
                yield f"{key.singular!r} is {seen.string!r} in {other} and {entry.string!r} in {room}"


def _key(entry: Entry) -> Key:
    return Key(entry.id if isinstance(entry.id, str) else entry.id[0], entry.context or "")


def _is_translated(entry: Entry) -> bool:
    return all(entry.string) if isinstance(entry.string, (tuple, list)) else bool(entry.string)


def _same_placeholders(entry: Entry) -> bool:
    english, swedish = _forms(entry.id), _forms(entry.string)
    if len(english) == 1:
        return _placeholders(english[0]) == _placeholders(swedish[0])
    # A singular may say "one" where the plural gives the number, in either language.
    allowed = set(_placeholders(english[0])) | set(_placeholders(english[1]))
    return (
        set(_placeholders(swedish[1])) == set(_placeholders(english[1])) and set(_placeholders(swedish[0])) <= allowed
    )


def _forms(words: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or ())


def _placeholders(words: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(words))


def _add(catalogue: Catalog, key: Key, message: Message, known: Entry | None) -> None:
    identity = (key.singular, message.plural) if message.plural else key.singular
    string = known.string if known and isinstance(known.string, str) != bool(message.plural) else None
    catalogue.add(
        identity,
        string,
        locations=[(name, None) for name in sorted(message.files)],  # type: ignore[misc]
        user_comments=known.user_comments if known else (),
        context=key.context or None,
    )


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    body = io.BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, sort_output=True, include_lineno=False)
    written = HEADER + body.getvalue().decode()
    if not path.exists() or path.read_text("utf-8") != written:
        path.write_text(written, "utf-8")
