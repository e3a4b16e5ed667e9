"""Words that may be quantities or something else: sex, en, ett, inga, alla, under; one, no, all.

"Sex" is seldom the number here, "en" is mostly an article, and "alla kvinnor har rätt till stöd" counts nobody. Each is
told by the words around it. The rules are small on purpose: the tests hold the sentences they were made from.
"""

import re

from bredvid.figures.amounts import read_amount
from bredvid.figures.few import is_few
from bredvid.figures.language import Lang
from bredvid.figures.units import BETWEEN, PEOPLE, PUBLIC, SAYING

NEEDS_UNIT: dict[Lang, frozenset[str]] = {
    "sv": frozenset(
        {
            "ingen",
            "inga",
            "inget",
            "några",
            "vissa",
            "somliga",
            "flera",
            "en del",
            "alla",
            "varje",
            "inte en",
            "båda",
            "bägge",
        }
    ),
    "en": frozenset({"no", "some", "several", "most", "all", "every", "each", "nobody", "no one", "everyone"})
    | frozenset({"both", "neither"}),
}
# Of women these are seldom figures: "alla kvinnor har rätt till stöd" claims no count.
UNIVERSAL = frozenset({"alla", "varje", "all", "every", "each"})
QUESTIONS: dict[Lang, str] = {"sv": r"(?:hur|så|lika)\s+$", "en": r"(?:how|as|so)\s+$"}

STRICT_COMPARATORS: dict[Lang, frozenset[str]] = {
    "sv": frozenset({"minst", "åtminstone", "högst", "mer än", "fler än", "färre än"}),
    "en": frozenset({"at least", "at most", "more than", "fewer than", "no more than"}),
}
ONLY_BEFORE_ONE: dict[Lang, str] = {
    "sv": r"(?:endast|bara|blott|totalt)\s+$",
    "en": r"(?:only|just|exactly)\s+$",
}
YEAR = re.compile(r"(?:19|20)\d\d")
TIME_AND_PLACE: dict[Lang, frozenset[str]] = {
    "sv": frozenset({"under", "över", "kring", "runt"}),
    "en": frozenset({"under", "over", "around", "above", "below"}),
}


def is_quantifier(match: re.Match[str], lang: Lang) -> bool:
    """Says whether a word of the vocabulary is meant as a quantity where it stands."""
    word = " ".join(match[0].lower().split())
    before, after = match.string[: match.start()], match.string[match.end() :]
    if word == "få":
        return is_few(before, after)
    if word in ("många", "many") and re.search(QUESTIONS[lang], before, re.IGNORECASE):
        return False
    if word in NEEDS_UNIT[lang]:
        return _has_unit(word, before, after, lang)
    return True


def is_number(match: re.Match[str], lang: Lang) -> bool:
    """Says whether what reads as an amount is one: not the article "en", not "sex" as something bought."""
    word = match["amount"].lower()
    comparator = " ".join((match["comparator"] or "").lower().split())
    before, after = match.string[: match.start()], match.string[match.end() :]
    if word in ("en", "ett", "one"):
        return comparator in STRICT_COMPARATORS[lang] or _is_one(before, after, lang)
    if lang == "sv" and word == "sex":
        return bool(_SIX.match(after)) and not _BOUGHT.search(before)
    return True


def is_preposition(match: re.Match[str], lang: Lang) -> bool:
    """Says whether the word before an amount is of time or place: "under 2024", "under tre år", "över 2025"."""
    word = match["comparator"].lower()
    if word not in TIME_AND_PLACE[lang]:
        return False
    amount = read_amount(" ".join(match["amount"].split()), lang)
    lasts = lang == "sv" and word == "under" and (amount is None or amount.claims.of == "count")
    return lasts or bool(YEAR.fullmatch(match["amount"]))


def _has_unit(word: str, before: str, after: str, lang: Lang) -> bool:
    units = PUBLIC[lang] if word in UNIVERSAL else f"(?:{PUBLIC[lang]}|{PEOPLE[lang]})"
    followed = (
        rf"\s+(?:(?:{BETWEEN[lang]}|\d+)\s+){{0,3}}(?:{units}|{SAYING[lang]}|\d+|dem|them|eller\s+(?:\w+\s+)?få)\b"
    )
    return bool(re.match(followed, after, re.IGNORECASE) or _said_by(word, before, lang))


def _said_by(word: str, before: str, lang: Lang) -> bool:
    """Says whether the word is who says something, with the verb before it: "av kommunerna svarade alla nej"."""
    verb = {"sv": r"(?:uppger|uppgav|anger|angav|svarar|svarade|säger|sade)", "en": r"(?!)"}[lang]
    return word in ("alla", "ingen", "några", "vissa", "flera", "somliga") and bool(
        re.search(rf"\b{verb}\s+$", before, re.IGNORECASE)
    )


def _is_one(before: str, after: str, lang: Lang) -> bool:
    if re.search(ONLY_BEFORE_ONE[lang], before, re.IGNORECASE):
        return True
    part = {
        "sv": rf"\s+(?:enda\b|av\s+(?:de|dem|dessa|{PUBLIC['sv']})\b)",
        "en": rf"\s+(?:single\b|of\s+(?:the|these|those|them)\b|(?:\w+\s+)?{PUBLIC['en']}\b)",
    }[lang]
    return bool(re.match(part, after, re.IGNORECASE)) and not re.search(r"\bno\s+$", before, re.IGNORECASE)


_SIX = re.compile(
    rf"\s+(?:(?:\w+(?:ska|ande)\s+)?(?:{PUBLIC['sv']}|{PEOPLE['sv']})\b|av\s+(?:de|dem|dessa|kommunerna)\b"
    r"|procent\b|år\b|månader\b|veckor\b|dagar\b|timmar\b|gånger\b|stycken\b|frågor\b|former\b|rekommendationer\b)",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"\b(?:köp\w*|sälj\w*|sålt|sålde|om|mot|för|byt\w*)\s+$", re.IGNORECASE)
