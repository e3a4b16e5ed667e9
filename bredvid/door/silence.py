"""Which addresses are hers: none of them may be written down, however they are spelled. Pure."""

import re
from urllib.parse import unquote

# Each page's one letter. What begins so is hers, also where no page stands: somebody's attempt at one is as telling.
LETTERS = frozenset("abcdefghiry")
# The address that public pages had before the neutral ones: it leads to the first page, and stands in old links.
OLD_WORD = "utsatt"
# What her page asks for by script, on whichever host it was loaded from: /r/…. Silent too, and no page.
ASKED_BY_SCRIPT = "r"


def is_hers(path: str) -> bool:
    """Whether an address is one of her pages: /b/0180/, /en/b/, or the old word."""
    words = [word for word in path.split("/") if word]
    if words[:1] == ["en"]:
        words = words[1:]
    return bool(words) and (words[0] in LETTERS - {ASKED_BY_SCRIPT} or words[0] == OLD_WORD)


def concerns_her(path: str) -> bool:
    """Whether an address is one of hers or somebody's attempt at one: below it, encoded, mistyped."""
    spelled = unquote(unquote(path)).casefold()
    return OLD_WORD in spelled or bool(LETTERS & set(re.split(r"[/;.?#]+", spelled)))
