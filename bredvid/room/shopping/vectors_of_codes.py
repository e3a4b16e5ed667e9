"""Vectors for codes: items to bytes, bytes to items, draws, extra words, and every refusal."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.shopping.canonical import code_of, extra_word, items_of, secret
from bredvid.room.shopping.choosing import choose

Vector = dict[str, Any]
NINE = [3, 57, 100, 201, 256, 333, 480, 511, 639]

SETS: tuple[tuple[str, str, list[int]], ...] = (
    ("nine-items", "nine items, ascending", NINE),
    ("another-order", "the order in which she writes does not matter", [511, 3, 639, 57, 333, 100, 480, 201, 256]),
    ("first-nine", "the smallest numbers", list(range(9))),
    ("last-nine", "the largest numbers", list(range(631, 640))),
    ("ten-items", "a longer list needs no new version", [*NINE, 12]),
    ("twelve-items", "the longest list", [*NINE, 12, 13, 14]),
    ("eight-items", "too few", NINE[:8]),
    ("thirteen-items", "too many", [*NINE, 12, 13, 14, 15]),
    ("no-items", "an empty list is no code", []),
    ("item-twice", "a set has each item once", [*NINE[:8], 3]),
    ("item-twice-among-ten", "nine different items and one again", [*NINE, 639]),
    ("item-640", "there is no such item", [*NINE[:8], 640]),
    ("item-65535", "there is no such item", [*NINE[:8], 65_535]),
)

CODE = code_of(NINE)
BYTES = (
    ("bytes-nine", "a canonical code", CODE),
    ("bytes-twelve", "the longest code", code_of([*NINE, 12, 13, 14])),
    ("bytes-none", "no bytes", b""),
    ("bytes-two", "the beginning of a code", CODE[:2]),
    ("bytes-one-short", "a byte is missing", CODE[:-1]),
    ("bytes-one-more", "a byte too many", CODE + b"\0"),
    ("bytes-swapped", "items do not ascend", CODE[:3] + CODE[5:7] + CODE[3:5] + CODE[7:]),
    ("bytes-twice", "an item stands twice", CODE[:5] + CODE[3:5] + CODE[7:]),
    ("bytes-item-640", "there is no such item", CODE[:-2] + (640).to_bytes(2, "big")),
    ("bytes-eight", "too few items", CODE[:2] + b"\x08" + CODE[3:-2]),
    ("bytes-thirteen", "too many items", CODE[:2] + b"\x0d" + CODE[3:] + bytes.fromhex("0280028102820283")),
    ("bytes-count-differs", "the number is not that of the items", CODE[:2] + b"\x0a" + CODE[3:]),
    ("bytes-version-0", "no version of the code", b"\0" + CODE[1:]),
    ("bytes-version-2", "a version from the future, whatever follows", b"\x02\x01"  + b"\x00"),
    ("bytes-list-2", "a list from the future, whatever follows", CODE[:1] + b"\x02" + CODE[2:-1]),
)  # fmt: skip

WORDS = (
    ("empty", "the field may be empty", ""),
    ("plain", "a word", "sommar"),
    ("capitals", "case is folded", "SOMMAR"),
    ("nfc", "one sign for an accented letter", "sm\u00f6rg\u00e5s"),
    ("nfd", "the same word in two signs a letter", "smo\u0308rga\u030as"),
    ("accents-stay", "an extra word is not folded as a line is", "smorgas"),
    ("full-width", "compatibility forms are plain ones", "\uff33\uff4f\uff4d\uff4d\uff41\uff52"),
    ("sharp-s", "full case folding, not small letters", "Stra\u00dfe"),
    ("capital-sharp-s", "the same", "STRA\u1e9eE"),
    ("double-s", "the same", "strasse"),
    ("ligature", "one sign for two letters", "\ufb01lm"),
    ("final-sigma", "both small sigmas are one", "\u03bf\u03b4\u03cc\u03c2"),
    ("capital-sigma", "the same word", "\u039f\u0394\u038c\u03a3"),
    ("dotted-i", "a capital I with a dot is two signs when folded", "\u0130stanbul"),
    ("dotless-i", "which is another letter", "\u0131stanbul"),
    ("kelvin", "a sign that is a letter", "\u212aelvin"),
    ("long-s", "an old s", "\u017fommar"),
    ("superscript", "a small number is a number", "m\u00b2"),
    ("half", "a fraction is three signs", "\u00bd"),
    ("outer-blanks", "blanks round it go away", "  sommar\t\n"),
    ("inner-blanks", "every run of blanks is one", "min \t\u00a0\u2003\u3000 sommar"),
    ("only-blanks", "blanks alone are the empty word", " \u2009\r\n"),
    ("next-line", "U+0085 is white space to Unicode", "min\u0085sommar"),
    ("file-separator", "U+001C is none to Unicode, whatever a language says", "min\u001csommar"),
    ("byte-order-mark", "U+FEFF is none either", "\ufeffsommar"),
    ("zero-width", "U+200B is none either", "min\u200bsommar"),
    ("arabic", "another script", "\u0635\u064a\u0641"),
    ("emoji", "beyond sixteen bits", "\U0001f33b"),
    ("bytes-128", "as long as can be", "\u00e5" * 64),
    ("bytes-130", "one letter more", "\u00e5" * 65),
    ("bytes-129", "one byte more", "a" * 129),
    ("long-before", "what counts is the length after", "a" + " " * 200 + "b"),
    ("long-after", "a short text that folds to a long one", "\ufdfa" * 5),
    ("half-a-character", "a surrogate alone is no text", "sommar\ud83c"),
)

DRAWS = (
    ("draw-plain", "two bytes an item, the higher first", "0000000100020003000400050006000701ff"),
    ("draw-modulo", "modulo 640", "02800281028202830284028502860287feff"),
    ("draw-rejected", "65,280 and more are drawn again", "ff00ffff000900080007000600050004000300020001"),
    ("draw-again", "an item that is there already is drawn again", "00010001028100020003000400050006000700080009"),
)


def vectors() -> list[Vector]:
    """Every vector of code.json."""
    return [*_sets(), *_bytes(), *_words(), *_draws()]


def _sets() -> Iterator[Vector]:
    for name, why, items in SETS:
        yield _tried(name, why, "encode", {"items": items}, _encoded)


def _encoded(given: Vector) -> Vector:
    return {"canonical": code_of(given["items"]).hex()}


def _bytes() -> Iterator[Vector]:
    for name, why, code in BYTES:
        yield _tried(name, why, "decode", {"canonical": code.hex()}, _decoded)


def _decoded(given: Vector) -> Vector:
    return {"items": list(items_of(bytes.fromhex(given["canonical"])))}


def _words() -> Iterator[Vector]:
    for name, why, typed in WORDS:
        yield _tried(f"word-{name}", why, "word", {"items": NINE, "typed": typed}, _with_word)


def _with_word(given: Vector) -> Vector:
    return {"word": extra_word(given["typed"]).hex(), "secret": secret(given["items"], given["typed"]).hex()}


def _draws() -> Iterator[Vector]:
    for name, why, stream in DRAWS:
        drawn = list(choose(random_bytes=BytesIO(bytes.fromhex(stream)).read))
        yield _vector(name, why, "success", "draw", {"stream": stream, "drawn": drawn})


def _tried(name: str, why: str, kind: str, given: Vector, make: Callable[[Vector], Vector]) -> Vector:
    try:
        return _vector(name, why, "success", kind, given | make(given))
    except Rejected as rejected:
        return _vector(name, why, str(rejected.outcome), kind, given)


def _vector(name: str, why: str, expect: str, kind: str, values: Vector) -> Vector:
    return {"name": name, "section": "3", "kind": kind, "why": why, "expect": expect, **values}
