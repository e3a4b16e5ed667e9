"""The language a page is written in: what it says of itself, where its commonest words agree; else py3langid."""

import re
from functools import cache
from typing import Any, Final

from bredvid.webaudit.reading.language_words import language_words

LEAST_WORDS: Final = 12
"""Words; of fewer nobody can tell, and what the page says of itself stands."""

MOST_CHARACTERS: Final = 1_500
_WORD: Final = re.compile(r"[^\W\d_]+")
_LIKELY: Final = 0.08
"""Share of a text's words that are its language's commonest ones; prose has 0.2, a list of links less."""


def language_of(declared: str, texts: list[str]) -> str:
    """Gives a two-letter code; empty where there is too little text and the page does not say."""
    said = _said(declared)
    words = _WORD.findall(_beginning(texts).lower())
    if len(words) < LEAST_WORDS:
        return said
    if said in language_words().common and _share(words, said) >= _LIKELY:
        return said
    return _share_leader(words) or _guessed(" ".join(words))


def _said(declared: str) -> str:
    """A page's own word for its language, as two letters; empty for none and for nonsense."""
    said = declared.strip().lower().partition("-")[0].partition("_")[0]
    return language_words().declared.get(said, said) if len(said) == 2 and said.isalpha() and said.isascii() else ""


def _beginning(texts: list[str]) -> str:
    """As much of the text as tells its language."""
    pieces, length = [], 0
    for text in texts:
        pieces.append(text)
        length += len(text)
        if length > MOST_CHARACTERS:
            break
    return " ".join(pieces)[:MOST_CHARACTERS]


def _share(words: list[str], language: str) -> float:
    common = language_words().common[language]
    return sum(map(common.__contains__, words)) / len(words)


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
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(language_words().tried)
    return model
