"""How a draft's prose reads, in words: LIX beside what it is made of, since LIX alone helps nobody to write better."""

from bredvid.webaudit.reading.page import read
from bredvid.webaudit.reading.passive import passive_share
from bredvid.webaudit.reading.readability import readability
from bredvid.webaudit.shapes import Raw

_TOLD = {
    "sv": "Texten har {words} ord i löpande text: LIX {lix:.0f}, {length:.0f} ord i en mening, {long:.0%} långa ord, "
    "{passive:.0%} av meningarna ser ut att stå i passiv form.",
    "en": "The page has {words} words of prose: LIX {lix:.0f}, {length:.0f} words a sentence, {long:.0%} long words, "
    "{passive:.0%} of the sentences look passive.",
}
_NONE = {"sv": "Sidan har ingen löpande text att mäta.", "en": "The page has no prose to measure."}


def told_of_prose(raw: Raw, language: str) -> str:
    """One line (sv or en) about a page that can be read. Raises Unreadable."""
    blocks = read(raw).blocks
    measured = readability(blocks)
    if not measured.words:
        return _NONE[language]
    line = _TOLD[language].format(
        words=measured.words, lix=measured.lix, length=measured.sentence_length,
        long=measured.long_words_share, passive=passive_share(blocks),
    )  # fmt: skip
    return line.replace("%", " %") if language == "sv" else line
