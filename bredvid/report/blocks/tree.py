"""The blocks and spans that a report consists of. Values only: the writers decide how they look."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from bredvid.report.drawings import Drawing

# --- spans: what a line of text consists of -------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Words that are stressed."""

    spans: "tuple[Span, ...]"


@dataclass(frozen=True)
class Strong:
    """Words that are important."""

    spans: "tuple[Span, ...]"


@dataclass(frozen=True)
class Link:
    """Words that lead to an address: a page of this site (`/…`) or somebody else's (`https://…`)."""

    spans: "tuple[Span, ...]"
    address: str


@dataclass(frozen=True)
class Value:
    """A computed piece of text. `keys` are the figures or the fact behind it.

    `question` is where it is explained, and `anchor` the answer it is of, where it is of just one. `based` says that
    the text itself tells what the figure is out of; `note` is a source to be printed with it.
    """

    text: str
    keys: tuple[str, ...]
    question: str = ""
    anchor: str = ""
    based: bool = False
    note: str = ""


@dataclass(frozen=True)
class Quoted:
    """Somebody else's words inside a sentence, quotation marks included. `note` says where they stand."""

    text: str
    note: str = ""


Span: TypeAlias = Text | Emphasis | Strong | Link | Value | Quoted
Spans: TypeAlias = tuple[Span, ...]

# --- blocks: what a page consists of --------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    """A heading inside a chapter: level 2 or 3. `anchor` is its address within the page."""

    level: int
    spans: Spans
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    spans: Spans


@dataclass(frozen=True)
class List:
    """A list, each item a line of spans."""

    items: tuple[Spans, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Quotation:
    """Somebody's own words, with who and where."""

    spans: Spans
    source: str


@dataclass(frozen=True)
class Column:
    """A column of a table. Numbers stand to the right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a heading row that is repeated where a page ends. The first cell of a row names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.caption}: a row has {len(row)} cells for {len(self.columns)} columns")


@dataclass(frozen=True)
class FigureBlock:
    """A question drawn, with the note on its base and the same figures as a table. `address` is the question's page."""

    key: str
    drawing: Drawing
    note: str = ""
    table: Table | None = None
    address: str = ""

    def __post_init__(self) -> None:
        if not self.drawing.description.strip():
            raise ValueError(f"{self.key}: a drawing needs a description in words for those who do not see it")

    @property
    def question(self) -> str:
        """The code of the question drawn: the last part of the key."""
        return self.key.rpartition(".")[2]

    @property
    def citation(self) -> str:
        """What the drawing says and what it stands on, to be copied."""
        return f"{self.drawing.description} {self.note}".strip()


@dataclass(frozen=True)
class Note:
    """A note beside the text. `kind` is what it is about: quality, base, source …"""

    kind: Literal["quality", "base", "source", "demonstration"]
    title: str
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Heading | Paragraph | List | Quotation | Table | FigureBlock | Note
Blocks: TypeAlias = tuple[Block, ...]

# --- the whole ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chapter:
    """A chapter of a report."""

    number: int
    slug: str
    title: str
    blocks: Blocks


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report in one language. `day` is the round's, never today: the same report is the same bytes.

    `published` is that day in the reader's words. `cover` is the drawing on the title page.
    """

    round: str
    language: Literal["sv", "en"]
    title: str
    subtitle: str
    publisher: str
    day: date
    published: str
    chapters: tuple[Chapter, ...]
    cover: FigureBlock | None = None
    demonstration: bool = False


def plain(spans: Spans) -> str:
    """The words of some spans, without anything else."""
    return "".join(plain(span.spans) if isinstance(span, Emphasis | Strong | Link) else span.text for span in spans)
