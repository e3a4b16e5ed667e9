"""Cookie notices and translation controls by their words: they are no content and stand in no zone."""

from typing import Final

from bredvid.webaudit.reading.signs import groups_in, may_say
from bredvid.webaudit.shapes import Block

GROUP: Final = "consent_notice"
LONGEST_NOTICE: Final = 400
"""Characters; a longer paragraph that speaks of cookies is a text about them."""


def without_consent(lines: list[str]) -> list[str]:
    """Gives the lines that are no cookie notice."""
    if not may_say(GROUP, "\n".join(lines).casefold()):
        return lines
    return [line for line in lines if not is_consent(line)]


def without_consent_blocks(blocks: list[Block]) -> list[Block]:
    """Gives the blocks that are no cookie notice, whatever class their element has."""
    if not may_say(GROUP, "\n".join([block.text for block in blocks]).casefold()):
        return blocks
    return [block for block in blocks if not is_consent(block.text)]


def is_consent(text: str) -> bool:
    """Says whether a text is a cookie notice or a translation control, and nothing else."""
    return len(text) <= LONGEST_NOTICE and may_say(GROUP, text.casefold()) and GROUP in groups_in(text)
