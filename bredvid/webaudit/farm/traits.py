"""How an invented municipality's site is: drawn from a seed, trait by trait, so that good and bad are mixed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

SEED = "bredvid"

# What is wrong with a whole site, by the municipality's number. The others are sound.
FAULTS = {
    281: "blocked",
    282: "robots",
    283: "timed-out",
    284: "server-error",
    285: "redirect-loop",
    286: "too-large",
    287: "gzip-bomb",
    288: "later",
    289: "broken-off",
    290: "blocked-later",
}
# Choices with their weights, roughly as far from the ideal as what the review of 2025 tells.
CHOICES: dict[str, Sequence[tuple[str, int]]] = {
    "naming": (("full", 18), ("tied", 14), ("hiding", 8), ("purchase", 5), ("none", 55)),
    "pornography": (("full", 12), ("bare", 5), ("subject", 13), ("none", 70)),
    "gender": (("women", 30), ("mixed", 25), ("neutral", 45)),
    "unit": (("plain", 30), ("internal", 35), ("both", 15), ("none", 20)),
    "anonymous": (("offered", 16), ("otherwise", 8), ("elsewhere", 26), ("denied", 10), ("none", 40)),
    "shelter": (("reachable", 35), ("unreachable", 15), ("unnamed", 20), ("none", 30)),
    "plain": (("easy", 40), ("heavy", 60)),
    "exit": (("yes", 30), ("no", 70)),
    "history": (("yes", 25), ("no", 75)),
    "third": (("yes", 40), ("no", 60)),
    "buyers": (("apart", 20), ("together", 8), ("none", 72)),
    "layout": (("main", 45), ("script", 30), ("divs", 25)),
    "folding": (("open", 35), ("details", 30), ("panels", 35)),
    "depth": (("2", 35), ("3", 35), ("4", 20), ("5", 10)),
    "english": (("full", 40), ("none", 60)),
    "easy": (("full", 50), ("none", 50)),
    "banner": (("yes", 70), ("no", 30)),
    "charset": (("utf-8", 92), ("windows-1252", 5), ("wrong", 3)),
    "robots": (("open", 60), ("some", 25), ("delay", 10), ("missing", 5)),
    "sitemap": (("none", 35), ("plain", 40), ("index", 25)),
    "conditional": (("etag", 60), ("dated", 20), ("none", 20)),
    "stamp": (("changed", 50), ("published", 15), ("none", 35)),
    "trap": (("none", 70), ("calendar", 20), ("list", 10)),
}
FORMS = ("sugar", "images", "escort", "extortion", "relation", "exchange")
_BETTER = {"naming": "full", "pornography": "full", "gender": "women", "anonymous": "offered", "shelter": "reachable"}


@dataclass(frozen=True)
class Traits:
    """A site's traits by name (CHOICES), its forms, and its fault, if any."""

    chosen: dict[str, str]
    forms: tuple[str, ...]
    fault: str

    def __getitem__(self, trait: str) -> str:
        return self.chosen[trait]


def traits_of(number: int, *, seed: str = SEED, edition: int = 1) -> Traits:
    """The traits of a municipality. From edition 2 on one in six has mended something, and one in fifteen lost it."""
    chosen = {trait: _draw(choices, f"{seed}|{number}|{trait}") for trait, choices in CHOICES.items()}
    count = int(_draw((("0", 45), ("1", 15), ("2", 20), ("4", 20)), f"{seed}|{number}|forms"))
    if chosen["naming"] in ("none", "hiding"):
        count = 0
    if edition > 1:
        _change(chosen, f"{seed}|{number}|edition-{edition}")
    order = random.Random(f"{seed}|{number}|order").sample(FORMS, len(FORMS))  # noqa: S311  # a lot to draw, no secret
    return Traits(chosen, tuple(sorted(order[:count])), FAULTS.get(number, ""))


def _change(chosen: dict[str, str], seed: str) -> None:
    happened = random.Random(seed)  # noqa: S311  # a lot to draw, no secret
    lot, trait = happened.random(), happened.choice(sorted(_BETTER))
    if lot < 1 / 6:
        chosen[trait] = _BETTER[trait]
    elif lot < 1 / 6 + 1 / 15:
        chosen[trait] = "neutral" if trait == "gender" else "none"


def _draw(choices: Sequence[tuple[str, int]], seed: str) -> str:
    names, weights = zip(*choices, strict=True)
    lot = random.Random(seed).random() * sum(weights)  # noqa: S311  # a lot to draw, no secret
    return str(next(name for name, edge in zip(names, accumulate(weights), strict=True) if lot < edge))
