"""The language a page is written in: what it says of itself, where its commonest words agree; else py3langid."""

import re
from functools import cache
from typing import Any, Final

LEAST_WORDS: Final = 12
"""Words; of fewer nobody can tell, and what the page says of itself stands."""

MOST_CHARACTERS: Final = 4_000
_WORD: Final = re.compile(r"[^\W\d_]+")

# Commonest words of each language that are none of another here; only to see whether the page's own word is likely.
_COMMON: Final = {
    "sv": frozenset(["och", "att", "är", "inte", "för", "på", "som", "du", "eller", "kan", "av", "till", "vi", "från", "ditt", "dig"]),
    "en": frozenset(["the", "and", "you", "of", "to", "is", "your", "can", "or", "for", "with", "are", "not"]),
    "fi": frozenset(["ja", "on", "ei", "tai", "voit", "että", "myös", "jos", "olet"]),
    "no": frozenset(["og", "ikke", "jeg", "deg", "av", "også", "eller", "hjelp"]),
    "da": frozenset(["og", "ikke", "jeg", "dig", "af", "også", "eller", "hjælp"]),
}  # fmt: skip
_LIKELY: Final = 0.08
_TRIED: Final = [
    "sv",
    "en",
    "no",
    "da",
    "fi",
    "de",
    "fr",
    "es",
    "ar",
    "fa",
    "so",
    "pl",
    "uk",
    "ru",
    "tr",
    "ro",
    "th",
    "hu",
    "bg",
]


def language_of(declared: str, texts: list[str]) -> str:
    """Gives a two-letter code; empty where there is too little text and the page does not say."""
    said = declared.strip().lower()[:2]
    said = {"nb": "no", "nn": "no"}.get(said, said) if said.isalpha() and said.isascii() else ""
    words = _WORD.findall(_beginning(texts).lower())
    if len(words) < LEAST_WORDS:
        return said
    if said in _COMMON and _share(words, said) >= _LIKELY:
        return said
    return _share_leader(words) or _guessed(" ".join(words))


def _beginning(texts: list[str]) -> str:
    """As much text as it takes, longest pieces of the beginning first: menus and labels have few common words."""
    pieces, length = [], 0
    for text in texts:
        pieces.append(text)
        length += len(text)
        if length > MOST_CHARACTERS:
            break
    return " ".join(pieces)[:MOST_CHARACTERS]


def _share(words: list[str], language: str) -> float:
    common = _COMMON[language]
    return sum(word in common for word in words) / len(words)


def _share_leader(words: list[str]) -> str:
    """Swedish or English, where its commonest words leave no doubt."""
    swedish, english = _share(words, "sv"), _share(words, "en")
    if max(swedish, english) < 2 * _LIKELY or min(swedish, english) > 0.02:
        return ""
    return "sv" if swedish > english else "en"


def _guessed(text: str) -> str:
    language, _ = _model().classify(text)
    return str(language)


@cache
def _model() -> Any:
    """py3langid with the languages that municipalities write in; loaded once a process, and only when asked for."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_pickled_model(MODEL_FILE)
    model.set_languages(_TRIED)
    return model
