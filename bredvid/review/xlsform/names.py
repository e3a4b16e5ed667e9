"""Between our codes and XLSForm's names.

A code of ours may begin with a digit ("1a", "0-5"); the name of a question or group becomes the name of an XML element
and may not. So a digit gets an underscore before it. A code never begins with one, so nothing is lost on the way back.
A section may share its code with a question, which a form may not, so a group's name begins with "s.", and codes have
no dots. An option's name is never an element and stays as it is.
"""

import re
import unicodedata
from collections.abc import Iterable

from bredvid.review.documents import SLUG

SECTION = "s."
# The texts that stand before the questions, as notes in the form.
INTRO = "form.intro"
SECTION_TEXT = ".text"

NAME = re.compile(r"\w[\w.-]*")
NOT_IN_CODES = re.compile(r"[^a-z0-9_-]+")


def question_name(code: str) -> str:
    """The XML name of a question."""
    return f"_{code}" if code[:1].isdigit() else code


def section_name(code: str) -> str:
    """The XML name of a section's group."""
    return SECTION + code


def section_text_name(code: str) -> str:
    """The XML name of the note that holds a section's text."""
    return section_name(code) + SECTION_TEXT


def codes_for(names: Iterable[str], most: int) -> dict[str, str]:
    """A code of at most so many characters for each name, each its own; a name that is a code already keeps it."""
    names = list(dict.fromkeys(names))
    found: dict[str, str] = {}
    taken: set[str] = set()
    # Names that are codes come first, so that no made-up code takes theirs.
    for name in sorted(names, key=lambda each: not (_is_code(_plain(each)) and len(_plain(each)) <= most)):
        found[name] = _free(_slug(_plain(name)), most, taken)
        taken.add(found[name])
    return {name: found[name] for name in names}


def _plain(name: str) -> str:
    """The name without what we put before it ourselves."""
    name = name.removeprefix(SECTION)
    return name[1:] if name[:1] == "_" and name[1:2].isdigit() else name


def _is_code(name: str) -> bool:
    return SLUG.fullmatch(name) is not None


def _slug(name: str) -> str:
    if _is_code(name):
        return name
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))
    return NOT_IN_CODES.sub("-", plain).strip("-_") or "x"


def _free(code: str, most: int, taken: set[str]) -> str:
    if len(code) <= most and code not in taken:
        return code
    cut = code[:most].rstrip("-_")
    number = 2
    while cut in taken:
        ending = f"-{number}"
        cut, number = code[: most - len(ending)].rstrip("-_") + ending, number + 1
    return cut
