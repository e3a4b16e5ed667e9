"""How a written line loses what does not matter: case, accents, signs. README.md states the steps."""

import re
import unicodedata

# Signs that join or that nobody sees: they go away and leave no gap.
WITHOUT_GAP = "'’‘`\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Letters that are no accented ones to Unicode, as they are on a Norwegian or Danish keyboard.
OTHER_LETTERS = str.maketrans({"ø": "o", "æ": "a"} | dict.fromkeys(WITHOUT_GAP))


def fold(text: str) -> str:
    """The line in small plain letters, with digits apart from letters and single spaces between words.

    "Crème-Fraîche 2dl" becomes "creme fraiche 2 dl". Nothing is refused; what is neither letter nor digit is a space.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(sign for sign in unicodedata.normalize("NFD", plain) if not _is_mark(sign))
    return " ".join(re.findall(r"\d+|[^\W\d_]+", letters.translate(OTHER_LETTERS)))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
