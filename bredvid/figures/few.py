"""The Swedish word "få": few ("få kommuner"), or the verb that is half of its places ("få stöd", "kan få hjälp").

After "att" or an auxiliary in the same clause it is the verb, unless a subject of our figures follows it ("det visar
att få kommuner kan svara"). Elsewhere it is the verb only if nothing countable follows.
"""

import re

from bredvid.figures.language import Lang
from bredvid.figures.units import PEOPLE, PUBLIC, SAYING

DEGREES_OF_FEW: dict[Lang, tuple[str, ...]] = {
    "sv": tuple(
        f"{degree} få"
        for degree in ("mycket", "ytterst", "väldigt", "alltför", "för", "ganska", "relativt", "förhållandevis", "så")
    ),
    "en": tuple(f"{degree} few" for degree in ("very", "extremely", "too", "relatively", "so")),
}

_INFINITIVE = re.compile(
    r"\b(?:att|kan|kunde|kunnat|ska|skall|skulle|vill|ville|måste|bör|borde|får|fick|lär|brukar|behöver|behövde|hoppas"
    r"|önskar|försöker|vågar|orkar|hinner|kommer|låta|låt)\b",
    re.IGNORECASE,
)
_ADJECTIVE = r"(?:\w+(?:ska|ande|a)\s+)?"
_OR_NONE = re.compile(r"\s+eller\s+(?:inga|ingen|inget)\b", re.IGNORECASE)
# After an auxiliary: "kan få kommuner svara" is few, "kan få kommuner att svara" is the verb.
_SUBJECT = re.compile(
    rf"\s+(?:av\s+(?:de\s+)?)?{_ADJECTIVE}(?:kommuner(?:na)?\b(?!\s+att\b)|{PEOPLE['sv']}\s+{SAYING['sv']}\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\s+(?:{_ADJECTIVE}(?:{PUBLIC['sv']}|{PEOPLE['sv']})(?<!svar)\b"
    rf"|av\s+(?:de|dem|dessa|kommunerna|kvinnorna|tjejerna)\b|som\b|{SAYING['sv']}\b)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s+\w{3,}(?:or|ar|er)\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:och|eller)\s+$", re.IGNORECASE)
_PREDICATE = re.compile(r"\b(?:är|var|blev|vore)(?:\s+\w+)?\s+$", re.IGNORECASE)
_STOP = re.compile(r"\s*(?:[.,;:!?»”)]|$)")
_CLAUSE_WORDS = 8


def is_few(before: str, after: str) -> bool:
    """Says whether "få" is few, from the text before it and the text after it."""
    if _OR_NONE.match(after):
        return True
    if _PREDICATE.search(before) and _STOP.match(after):
        return True
    if _INFINITIVE.search(_clause(before)):
        return bool(_SUBJECT.match(after))
    return bool(_COUNTED.match(after)) or bool(_PLURAL.match(after) and not _JOINED.search(before))


def _clause(before: str) -> str:
    """The nearest words before, back to a stop within the sentence."""
    return " ".join(re.split(r"[.,;:!?»”)\n–]", before)[-1].split()[-_CLAUSE_WORDS:])
