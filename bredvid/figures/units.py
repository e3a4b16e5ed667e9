"""Whom our figures count, and the words around them: by these a word of quantity is told from its look-alikes."""

from bredvid.figures.language import Lang

# Whom our figures count, and (people) whom they may come to count.
PUBLIC: dict[Lang, str] = {
    "sv": (
        r"(?:kommun(?:er|erna|en|ers|ernas|s)?|respondent\w*|svar(?:en|ande)?|län(?:en)?|region(?:er|erna)?|deltagare"
        r"|(?:kvinno|tjej)?jour(?:er|erna)?|socialsekreterare)"
    ),
    "en": r"(?:municipalit(?:y|ies)|councils?|respondents?|answers?|responses?|count(?:y|ies)|regions?|shelters?)",
}
PEOPLE: dict[Lang, str] = {
    "sv": r"(?:kvinn(?:a|or|orna)|tjej(?:er|erna)?|flick(?:a|or|orna)|person(?:er|erna)?|ärende(?:n|na)?|fall)",
    "en": r"(?:wom[ae]n|girls?|people|persons?|cases?)",
}
BETWEEN: dict[Lang, str] = {
    "sv": (
        r"(?:de|dem|dessa|av|Sveriges|svenska|svarande|andra|övriga|små|stora|mindre|större|tillfrågade|deltagande"
        r"|enda|enskilda?|annan|annat|\w+ska|\w+ande)"
    ),
    "en": r"(?:of|the|these|those|them|other|single|small|large|smaller|larger|\w+ish|\w+ing)",
}
SAYING: dict[Lang, str] = {
    "sv": (
        r"(?:uppge[rt]?|uppgav|ange[rt]?|angav|svara[rt]?|svarade|har(?!\s+rätt)|hade|kan(?!\s+\w+\s+få)|kunde|säger|sade"
        r"|nämne[rt]?|nämnde|sakna[rt]?|saknade|skriver|skrev|berättar|rapporterar|redovisa[rt]?|redovisade|bedömer"
        r"|bedömde|vet|visste|erbjuder|erbjöd|använder|använde)"
    ),
    "en": (
        r"(?:answer(?:ed)?|said|say|stated?|reported?|named?|names|mention(?:s|ed)?|(?:have|has|had)(?!\s+to\b)|could|knew"
        r"|offer(?:s|ed)?)"
    ),
}
