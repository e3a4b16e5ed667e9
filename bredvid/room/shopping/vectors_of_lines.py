"""Vectors for what is typed: lines and lists in both languages, with what each piece is and what stands in the way."""

from typing import Any

from bredvid.room.shopping.folding import fold
from bredvid.room.shopping.loading import shopping_list
from bredvid.room.shopping.reading import Reader

SWEDISH = "mjölk\nmorötter\ntandborste\nvärmeljus\ntulpaner\nsvartpeppar\nfryspåsar\nblyertspennor\nknäckebröd"
ENGLISH = "milk\ncarrots\ntoothbrush\ntea lights\ntulips\nblack pepper\nfreezer bags\npencils\ncrispbread"
MIXED = ENGLISH.replace("milk", "2 l mjölk").replace("tulips", "tulpaner x 10")

LINES = (
    ("one-item", "an exact form", "mjölk"),
    ("capitals", "case is folded", "MJÖLK"),
    ("nfd", "two signs a letter", "mjo\u0308lk"),
    ("no-dots", "a keyboard without ö", "mjolk"),
    ("other-o", "a Danish keyboard", "mjølk"),
    ("full-width", "compatibility forms", "\uff4d\uff49\uff4c\uff4b"),
    ("soft-hyphen", "a sign nobody sees", "mj\u00adölk"),
    ("accents", "other accents", "Crème-Fraîche"),
    ("plural", "another form of the same item", "morot"),
    ("definite", "another form of the same item", "morötterna"),
    ("english", "the other language", "carrots"),
    ("amount-before", "a number and a unit", "2 l mjölk"),
    ("amount-after", "the same behind", "mjölk 2 l"),
    ("amount-joined", "without a space", "500g smör"),
    ("amount-comma", "a comma between digits is a number's", "1,5 l mjölk"),
    ("amount-point", "so is a point", "1.5 l mjölk"),
    ("amount-words", "in words", "två paket smör"),
    ("amount-of", "with a joiner", "two cans of chickpeas"),
    ("amount-dozen", "several words", "a dozen eggs"),
    ("amount-times", "times", "mjölk x2"),
    ("amount-times-before", "times and a size", "2 x 500 g smör"),
    ("amount-half", "a fraction", "½ kg tomater"),
    ("amount-brackets", "in brackets", "tomater (3 st)"),
    ("amount-size", "a size", "en stor gurka"),
    ("unit-alone-before", "a unit without a number", "påse morötter"),
    ("unit-of-the-name", "what looks like a unit belongs to the name", "bin bags"),
    ("unit-first-in-the-name", "so here", "can opener"),
    ("unit-first-with-number", "also with an amount", "2 can openers"),
    ("number-word-behind", "words behind are no amount without digits", "mjölk två"),
    ("insertion", "one letter too many is a question", "mjöllk"),
    ("deletion", "one too few", "tulpanr"),
    ("substitution", "another letter", "tulpaser"),
    ("swap", "two neighbours", "tuplaner"),
    ("two-edits", "two slips are unknown", "tuplanet"),
    ("parted", "a space within a word is one edit", "blyerts pennor"),
    ("slip-and-amount", "a slip with an amount", "2 l mjök"),
    ("between-two", "within one edit of two items is unknown", "baron"),
    ("unknown", "a word that is not there", "flygplan"),
    ("covers-several", "a word that covers several items is no form", "ris"),
    ("only-unit", "a unit alone is no item", "påsar"),
    ("only-number", "a number alone is nothing", "2"),
    ("empty", "nothing is nothing", ""),
    ("bullet", "signs before", "- mjölk"),
    ("ticked", "signs before", "[x] mjölk"),
    ("commas", "several on a line", "mjölk, morötter,tulpaner"),
    ("and", "words between", "mjölk och tulpaner and pencils"),
    ("signs-between", "signs between", "mjölk & tulpaner + pencils; salt"),
    ("arabic-comma", "another comma", "mjölk، tulpaner"),
    ("windows-lines", "other line breaks", "mjölk\r\ntulpaner\u2028salt"),
    ("whole-swedish", "a whole list", SWEDISH),
    ("whole-english", "the same list in English", ENGLISH),
    ("whole-reversed", "in another order", "\n".join(reversed(SWEDISH.split("\n")))),
    ("whole-mixed", "in both languages, with amounts", MIXED),
    ("one-too-few", "eight items", SWEDISH.rpartition("\n")[0]),
    ("item-twice", "nine items and one again, in the other language", SWEDISH + "\nmilk"),
    ("eight-and-one-again", "eight items and one again", SWEDISH.rpartition("\n")[0] + "\nmilk"),
    ("twelve", "as many as can be", SWEDISH + "\nsalt\nhonung\nsenap"),
    ("thirteen", "one more", SWEDISH + "\nsalt\nhonung\nsenap\nketchup"),
    ("all-at-once", "all that can stand in the way", "mjölk\nmilk\nmjöllk\nflygplan"),
)  # fmt: skip


def vectors() -> list[dict[str, Any]]:
    """Every vector of list.json. `folded` is the piece as it is looked up."""
    the_list = shopping_list()
    reader = Reader(the_list)
    return [_vector(reader, name, why, typed) for name, why, typed in LINES]


def _vector(reader: Reader, name: str, why: str, typed: str) -> dict[str, Any]:
    reading = reader.read(typed)
    pieces = [
        {"text": piece.text, "folded": fold(piece.text), "answer": str(piece.answer), "item": piece.item}
        for piece in reading.pieces
    ]
    return {
        "name": name,
        "section": "3",
        "why": why,
        "expect": "success",
        "typed": typed,
        "pieces": pieces,
        "items": list(reading.items),
        "problems": [str(problem) for problem in reading.problems],
    }
