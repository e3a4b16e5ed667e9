"""Finds words that are never ours, outside marked quotation. Pure: text in, findings out.

The rule is the design's: such words hide the violence or put the shame on her. They may stand in a marked quotation
(»…«, ”…”, “…”, `<q>…</q>`, `[[quote …]]`), for others do use them and she may call it what she likes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NEVER = r"(?:[^{mark}\n]|\n(?![ \t]*\n)){{1,400}}?"
"""What stands inside marks: never the closing mark, never a blank line, so that a lone mark hides little."""


def _within(opening: str, closing: str) -> str:
    return rf"(?<!\w){opening}(?=\S){_NEVER.format(mark=closing)}(?<=\S){closing}(?!\w)"


_QUOTATION = re.compile(
    "|".join(
        (
            r"<q\b[^>]*>.*?</q>",
            r"\[\[quote\b.*?\]\]",
            _within("»", "«"),
            _within("»", "»"),
            _within("”", "”"),
            _within("“", "”"),
        )
    ),
    re.DOTALL,
)


@dataclass(frozen=True)
class Rule:
    """A pattern, what to write instead, and the one language it means something bad in ("" for any)."""

    pattern: re.Pattern[str]
    instead: str
    language: str = ""


def _rule(pattern: str, instead: str, language: str = "") -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), instead, language)


RULES = (
    _rule(r"\bprostituera\w*", "utsatt i prostitution"),
    _rule(r"\bsex-?arbet\w*", "utsatthet i prostitution"),
    _rule(r"\bsäljare\w*", "utsatt i prostitution"),
    _rule(r"\bkreatör\w*", "utsatt i pornografi"),
    _rule(r"\bexit-?program(?:met|men|mets|mens|s)?\b", "stödprogram"),
    # The English verb "offer" is no fault, and "brottsoffer" is the law's own word.
    _rule(r"\b(?:offers?|offrets?|offrens?|våldsoff(?:er|ret|ren)s?)\b", "hon, den utsatta", "sv"),
    _rule(r"\bprostitutes?\b", "woman or girl exploited in prostitution"),
    _rule(r"\bsex[- ]work(?:er|ers|ing)?\b", "exploitation in prostitution"),
    _rule(r"\bexit[- ]programmes?\b|\bexit program(?:s)?\b", "support programme"),
    _rule(r"\bcontent creators?\b", "woman or girl exploited in pornography"),
    _rule(r"(?<!crime )\bvictims?\b(?! of crime)", "she, the one exploited", "en"),
)


@dataclass(frozen=True)
class Finding:
    """A word that is not ours, on which line, and what to write instead; `where` is filled in by who knows the file."""

    word: str
    line: int
    instead: str
    where: str = ""

    def __str__(self) -> str:
        return f'{self.where}:{self.line}: "{self.word}" stands outside a quotation; write "{self.instead}" or mark it'


def without_quotations(text: str) -> str:
    """The text with each marked quotation blanked; lines keep their numbers."""
    return _QUOTATION.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def findings(text: str, language: str = "", where: str = "") -> Iterator[Finding]:
    """The words in `text` that are not ours. `language` is "sv" or "en"; "" where it is not known."""
    bare = without_quotations(text)
    for rule in RULES:
        if rule.language in ("", language):
            for found in rule.pattern.finditer(bare):
                yield Finding(found[0], bare.count("\n", 0, found.start()) + 1, rule.instead, where)
