"""Markdown into blocks. The dialect is small on purpose: what the check reads is what the reader reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bredvid.report.blocks.tree import (
    Block,
    Emphasis,
    Heading,
    Link,
    List,
    Paragraph,
    Quotation,
    Quoted,
    Span,
    Spans,
    Strong,
    Text,
    plain,
)
from bredvid.report.claims.grammar import DIRECTIVE

# No HTML, no entities, no escapes, no code: each of them could hide a number from the check.
_PARSER = MarkdownIt("zero").enable(["heading", "list", "blockquote", "emphasis", "link", "newline"])
_WRAPPERS: Mapping[str, type[Emphasis | Strong]] = {"em": Emphasis, "strong": Strong}


@dataclass(frozen=True)
class Directive:
    """A line that asks for a block: `{{figure q2}}`."""

    name: str
    argument: str


@dataclass(frozen=True)
class Fault:
    """Something that this Markdown does not have."""

    message: str


@dataclass(frozen=True)
class Placed:
    """A block, a directive or a fault, with the line of the text it begins on (from 0)."""

    line: int
    what: Block | Directive | Fault


def read_markdown(text: str, bound: Mapping[str, Spans]) -> list[Placed]:
    """The blocks of a text in which a sign stands for each binding; `bound` says what a sign stands for."""
    return list(_Reader(_PARSER.parse(text), bound).read())


class _Reader:
    """Walks the parser's flat list of tokens."""

    def __init__(self, tokens: Sequence[Token], bound: Mapping[str, Spans]) -> None:
        self.tokens = iter(tokens)
        self.bound = bound
        self.anchors: set[str] = set()

    def read(self) -> Iterator[Placed]:
        for token in self.tokens:
            line = token.map[0] if token.map else 0
            if token.type == "heading_open":
                yield Placed(line, self.heading(int(token.tag[1:])))
            elif token.type == "paragraph_open":
                yield Placed(line, self.paragraph())
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield Placed(line, self.list(token.type.removesuffix("_open")))
            elif token.type == "blockquote_open":
                yield Placed(line, self.quotation())

    def heading(self, level: int) -> Block | Fault:
        spans = self.inline()
        if level not in (2, 3):
            return Fault("headings in a chapter are ## or ###; the title stands at the top of the file")
        return Heading(level, spans, self.anchor(plain(spans)))

    def anchor(self, text: str) -> str:
        wanted = slugify(text) or "section"
        anchor, count = wanted, 1
        while anchor in self.anchors:
            count += 1
            anchor = f"{wanted}-{count}"
        self.anchors.add(anchor)
        return anchor

    def paragraph(self) -> Block | Directive | Fault:
        token = next(self.tokens)
        directive = DIRECTIVE.fullmatch(token.content)
        if directive:
            return Directive(directive["name"], directive["argument"] or "")
        if "{{" in token.content or "}}" in token.content:
            return Fault("{{…}} stands on a line of its own, with an empty line before and after it")
        return Paragraph(self.spans(token.children or ()))

    def list(self, kind: str) -> Block | Fault:
        items: list[Spans] = []
        nested = False
        for token in self.tokens:
            if token.type == f"{kind}_close" and token.level == 0:
                break
            nested = nested or token.level > 4
            if token.type == "inline":
                items.append(self.spans(token.children or ()))
        if nested:
            return Fault("a list stands alone: no list, heading or quotation inside it")
        return List(tuple(items), ordered=kind == "ordered_list")

    def quotation(self) -> Block | Fault:
        content: list[Spans] = []
        for token in self.tokens:
            if token.type == "blockquote_close":
                break
            if token.type == "inline":
                content.append(self.spans(token.children or ()))
        match content:
            case [(Quoted(text, note),)]:
                return Quotation((Text(text),), note)
        return Fault('a quotation is marked with its lines and nothing else: > [[quote 948-950: "…"]]')

    def inline(self) -> Spans:
        return self.spans(next(self.tokens).children or ())

    def spans(self, tokens: Sequence[Token]) -> Spans:
        return tuple(self.spans_until(iter(tokens), ""))

    def spans_until(self, tokens: Iterator[Token], closing: str) -> Iterator[Span]:
        for token in tokens:
            name = token.type.removesuffix("_open")
            if token.type == closing:
                return
            if token.type in ("softbreak", "hardbreak"):
                yield Text(" ")
            elif name in _WRAPPERS:
                yield _WRAPPERS[name](tuple(self.spans_until(tokens, f"{name}_close")))
            elif name == "link":
                yield Link(tuple(self.spans_until(tokens, "link_close")), str(token.attrGet("href")))
            else:
                yield from self.text(token.content)

    def text(self, content: str) -> Iterator[Span]:
        words = ""
        for sign in content:
            if sign in self.bound:
                if words:
                    yield Text(words)
                yield from self.bound[sign]
                words = ""
            else:
                words += sign
        if words:
            yield Text(words)
