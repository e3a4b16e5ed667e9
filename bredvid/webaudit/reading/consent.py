"""Cookie notices and translation controls by their words: they are no content and stand in no zone."""

from typing import Final

from bredvid.webaudit.reading.signs import groups_in, may_be_said_in, may_say
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
    may_be = may_be_said_in(GROUP, [block.text for block in blocks])
    notices = {number for number in may_be if is_consent(blocks[number].text)}
    return [block for number, block in enumerate(blocks) if number not in notices] if notices else blocks


def is_consent(text: str) -> bool:
    """Says whether a text is a cookie notice or a translation control, and nothing else."""
    return len(text) <= LONGEST_NOTICE and may_say(GROUP, text.casefold()) and GROUP in groups_in(text)
