"""What a typed line or a whole typed list names. A near miss is a question, never a silent correction."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bredvid.room.shopping.amounts import candidates
from bredvid.room.shopping.canonical import LEAST, MOST
from bredvid.room.shopping.distance import Neighbours
from bredvid.room.shopping.folding import fold
from bredvid.room.shopping.shape import ShoppingList

# A comma between digits belongs to a number (2,5 dl); every other parts two things.
MARKS = "\n\r\v\f\u0085\u2028\u2029;؛،、&+•·"


class Answer(StrEnum):
    """What a piece of text is to the list."""

    ITEM = "item"
    QUESTION = "question"
    UNKNOWN = "unknown"


class Problem(StrEnum):
    """Why a typed list is not yet a code."""

    QUESTION = "question"
    UNKNOWN = "unknown"
    REPEATED = "repeated"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing as it was typed. `item` is the index it is, or that the question is about, or None."""

    text: str
    answer: Answer
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed list: each piece in order, the items named (ascending, once each), and why it is not yet a code."""

    pieces: tuple[Piece, ...]
    items: tuple[int, ...]
    problems: tuple[Problem, ...]


class Reader:
    """Reads typed lines by one list. Making one costs a moment, so keep it."""

    def __init__(self, shopping_list: ShoppingList) -> None:
        self._amounts = shopping_list.amounts
        self._item_of = {fold(form): item.index for item in shopping_list.items for form in item.all_forms()}
        self._neighbours = Neighbours(self._item_of)
        words = "|".join(map(re.escape, self._amounts.between))
        self._between = re.compile(rf"[{MARKS}]|(?<!\d),|,(?!\d)|\s(?:{words})(?=\s)", re.IGNORECASE)

    def read(self, text: str) -> Reading:
        """Reads a whole list, one thing a line or several with commas between, in any order and with any amounts."""
        pieces = tuple(self.pieces(text))
        named = [piece.item for piece in pieces if piece.answer is Answer.ITEM and piece.item is not None]
        items = tuple(sorted(set(named)))
        answers = {piece.answer for piece in pieces}
        holds = {
            Problem.QUESTION: Answer.QUESTION in answers,
            Problem.UNKNOWN: Answer.UNKNOWN in answers,
            Problem.REPEATED: len(named) > len(items),
            Problem.TOO_FEW: len(items) < LEAST,
            Problem.TOO_MANY: len(items) > MOST,
        }
        return Reading(pieces, items, tuple(problem for problem, is_so in holds.items() if is_so))

    def pieces(self, text: str) -> list[Piece]:
        """What each thing typed is. Pieces without a letter, such as an empty line or a number, are nothing."""
        parts = (part.strip() for part in self._between.split(unicodedata.normalize("NFKC", text)))
        return [self.piece(part) for part in parts if any(map(str.isalpha, part))]

    def piece(self, text: str) -> Piece:
        """What one thing is: an item by an exact form, a question about the only item within one edit, or unknown."""
        possible = candidates(fold(text), self._amounts)
        for form in possible:
            if form in self._item_of:
                return Piece(text, Answer.ITEM, self._item_of[form])
        near = {self._item_of[form] for candidate in possible for form in self._neighbours.of(candidate)}
        if len(near) == 1:
            return Piece(text, Answer.QUESTION, near.pop())
        return Piece(text, Answer.UNKNOWN)
