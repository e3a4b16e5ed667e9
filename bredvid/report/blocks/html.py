"""The block tree as HTML for the screen. Each value leads to the page that says how it was counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bredvid.report.blocks.tree import (
    Block,
    Emphasis,
    FigureBlock,
    Heading,
    Link,
    List,
    Note,
    Paragraph,
    Quotation,
    Quoted,
    Span,
    Spans,
    Strong,
    Table,
    Text,
    Value,
)

# Where a value is explained: an address, or nothing where there is no page for it.
Explained = Callable[[Value], str]


def chapter_html(blocks: Iterable[Block], *, explained: Explained) -> SafeString:
    """Blocks as HTML, followed by the sources that their values and quotations name."""
    writer = _Writer(explained)
    body = writer.blocks(blocks)
    return (
        body + render_to_string("report/blocks/sources.html", {"sources": writer.sources}) if writer.sources else body
    )


def spans_html(spans: Spans, *, explained: Explained) -> SafeString:
    """Spans as HTML without their sources: for a sentence that stands on a page of its own."""
    return _Writer(explained, marks=False).spans(spans)


@dataclass
class _Writer:
    """Writes blocks and gathers their sources. `marks` says whether a source gets its number in the text."""

    explained: Explained
    marks: bool = True
    sources: list[str] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block]) -> SafeString:
        return SafeString("\n".join(self.block(block) for block in blocks))

    def block(self, block: Block) -> SafeString:
        match block:
            case Heading(level, spans, anchor):
                # A level is 2 or 3, checked where the chapter is read.
                return format_html('<h{0} id="{1}">{2}</h{0}>', level, anchor, self.spans(spans))
            case Paragraph(spans):
                return format_html("<p>{}</p>", self.spans(spans))
            case List(items, ordered):
                tag = SafeString("ol" if ordered else "ul")
                inside = format_html_join("", "<li>{}</li>", ((self.spans(item),) for item in items))
                return format_html("<{0}>{1}</{0}>", tag, inside)
            case Quotation(spans, source):
                context = {"text": self.spans(spans), "source": source}
                return render_to_string("components/quotation.html", context)
            case Table():
                return self.table(block)
            case FigureBlock():
                return self.figure(block)
            case Note(kind, title, inside):
                context = {"kind": kind, "title": title, "body": self.blocks(inside)}
                return render_to_string("report/blocks/note.html", context)

    def table(self, table: Table) -> SafeString:
        rows = [
            [
                {"html": self.spans(cell), "numeric": column.numeric}
                for cell, column in zip(row, table.columns, strict=True)
            ]
            for row in table.rows
        ]
        return render_to_string("report/blocks/table.html", {"table": table, "rows": rows})

    def figure(self, block: FigureBlock) -> SafeString:
        table = self.table(block.table) if block.table else ""
        return render_to_string("report/blocks/figure.html", {"block": block, "drawing": block.drawing, "table": table})

    def spans(self, spans: Spans) -> SafeString:
        return SafeString("".join(self.span(span) for span in spans))

    def span(self, span: Span) -> SafeString:
        match span:
            case Text(text):
                return format_html("{}", text)
            case Emphasis(spans):
                return format_html("<em>{}</em>", self.spans(spans))
            case Strong(spans):
                return format_html("<strong>{}</strong>", self.spans(spans))
            case Link(spans, address):
                return format_html('<a href="{}">{}</a>', address, self.spans(spans))
            case Value():
                return self.value(span) + self.source(span.note)
            case Quoted(text, note):
                return format_html('<q class="quoted">{}</q>', text) + self.source(note)

    def value(self, value: Value) -> SafeString:
        address = self.explained(value)
        if address:
            return format_html('<a class="value" href="{}">{}</a>', address, value.text)
        return format_html("{}", value.text)

    def source(self, note: str) -> SafeString:
        if not note or not self.marks:
            return SafeString("")
        if note not in self.sources:
            self.sources.append(note)
        number = self.sources.index(note) + 1
        return format_html('<sup><a href="#source-{0}">{0}</a></sup>', number)
