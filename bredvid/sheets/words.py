"""Words as people type them into cells: what counts as the same, and as yes and no. Pure."""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

YES = frozenset({"ja", "yes", "j", "y", "x", "1", "true", "sant", "✓", "✔", "☑", "ja/yes"})
NO = frozenset({"nej", "no", "n", "0", "false", "falskt", "☐", "nej/no"})


def folded(text: str) -> str:
    """The words in the one form in which they are compared: å of one sign or two, case, spaces and dashes alike."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold()
    return " ".join(plain.split())


def bare(text: str) -> str:
    """The same without what differs between a label and a heading: numbers before it, signs, question marks."""
    return " ".join(re.findall(r"[^\W_]+", folded(text)))
