"""Words of quantity without a threshold: they are found, so that they are said otherwise. No figure can bear them."""

from bredvid.figures.language import Lang

# Whole phrases.
VAGUE: dict[Lang, tuple[str, ...]] = {
    "sv": (
        *("tiotals", "hundratals", "tusentals", "miljontals", "dussintals", "ett dussin", "ett dussintal", "ett par"),
        *("ett tjog", "ett antal", "ett flertal", "flertal", "en del", "större delen", "huvuddelen", "huvudparten"),
        *("lejonparten", "övervägande delen", "övervägande", "de allra flesta", "nästan uteslutande", "åtskilliga"),
        *("otaliga", "oräkneliga", "massor av", "mängder av", "en mängd", "otal", "fyrtioelva", "varenda"),
        *("en och annan", "allihop", "allesammans", "utan undantag", "undantagslöst", "genomgående", "enhälligt"),
        *("trekvart", "hälftens", "vanligast", "vanligaste", "flest", "båda", "bägge", "ingendera"),
    ),
    "en": (
        *("dozens", "a dozen", "dozen", "hundreds", "thousands", "millions", "scores of", "a score of", "a number of"),
        *("the bulk of", "the lion's share", "the lion’s share", "a couple of", "a couple", "virtually all"),
        *("a great many", "numerous", "countless", "umpteen", "plenty of", "lots of", "a lot of"),
        *("overwhelmingly", "predominantly", "without exception", "unanimously", "invariably"),
        *("a fraction of", "the largest group", "most common", "commonest", "fewest", "thrice"),
        *("both", "neither", "hundred percent", "hundred per cent"),
    ),
}
# Families of words, as patterns: shares with a size, multiples, halvings, collectives.
FAMILIES: dict[Lang, tuple[str, ...]] = {
    "sv": (
        r"ett\s+(?:stort|litet|växande|ansenligt|betydande|begränsat)\s+antal",
        r"en\s+(?:stor|liten|större|mindre|betydande|överväldigande|ansenlig|avsevärd|hög|låg|försvinnande\s+liten)"
        r"\s+(?:andel|del|grupp|mängd)",
        r"(?:en\s+)?bråkdel(?:en)?",
        r"(?:ett\s+)?(?:tio|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen)tal(?:et)?",
        r"dubbelt(?:\s+så)?(?:\s+(?:många|fler|mer|stor|stort))",
        r"hälften\s+så\s+(?:många|stor|stort)",
        r"(?:tre|fyr|fem|sex|sju|åtta|nio|tio|hundra|mång)(?:dubbelt|dubbla|dubblat|dubblats|dubblades|faldigt|falt)",
        r"för(?:dubbl|trefaldig|mångdubbl)(?:at|ats|ades|ade|as|ar)",
        r"dubblera(?:t|ts|des|de|r|s)",
        r"halvera(?:t|ts|des|de|r|s)",
        r"\w+procentig\w*",
        r"(?:duon|trio|trion|kvartett|kvartetten)",
    ),
    "en": (
        r"an?\s+(?:large|small|great|sizeable|sizable|substantial|significant|considerable|overwhelming|high|low|tiny)"
        r"\s+(?:share|proportion|part|fraction|number|group|percentage)",
        r"(?:twice|half)\s+as\s+(?:many|much|large)",
        r"double\s+(?:the|that|as)",
        r"(?:doubl|halv|trebl|tripl|quadrupl)ed",
        r"(?:two|three|four|five|six|seven|eight|nine|ten|hundred|many|mani)-?fold",
        r"(?:single|double|triple)-(?:digit|figure)s?",
        r"(?:a\s+)?(?:duo|trio|quartet)",
        r"a\s+pair\s+of",
    ),
}
# A number in Roman letters; a single letter is more often an initial. Only as capitals.
ROMAN = r"(?<!\w)(?=[IVXL]{2})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)"
