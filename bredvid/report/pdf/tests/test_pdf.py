"""The printed report can be read by everybody, and equal reports are equal files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.utils.safestring import SafeString

from bredvid.report.blocks.tree import (
    Chapter,
    Column,
    FigureBlock,
    Heading,
    List,
    Note,
    Paragraph,
    Quotation,
    Quoted,
    Report,
    Table,
    Text,
    Value,
)
from bredvid.report.drawings import Drawing, LegendItem
from bredvid.report.drawings.results import Strip
from bredvid.report.pdf.build import PdfError, render_pdf

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="9" height="9" fill="#5B2350"/></svg>'


def words(text: str) -> tuple[Text]:
    return (Text(text),)


def table(rows: int) -> Table:
    return Table(
        "Kommunerna",
        (Column("Kommun"), Column("Antal", numeric=True)),
        tuple((words(f"Exempelkommun {row:03}"), words(str(row))) for row in range(1, rows + 1)),
    )


def drawing(description: str) -> Drawing:
    item = LegendItem("strong", SafeString(SVG), "4", "har ett program")
    strip = Strip(item, SafeString(SVG))
    return Drawing("Stödprogram", description, SafeString(SVG), legend=(item,), strips=(strip,), words=(("ja", "få"),))


def report(*blocks, language="sv", title="Granskningen") -> Report:
    return Report(
        round="2025",
        language=language,
        title=title,
        subtitle="Exempel",
        publisher="Bredvid",
        day=date(2025, 12, 1),
        published="1 december 2025",
        chapters=(Chapter(1, "stod", "Stöd", blocks or (Paragraph(words("Text.")),)),),
    )


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def elements(node, kind: str) -> Iterator[pikepdf.Dictionary]:
    """All elements of a kind below a node of the tag tree."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == kind:
            yield node
        if "/K" in node:
            yield from elements(node["/K"], kind)


class Tags(list[pikepdf.Dictionary]):
    """Elements of the tag tree; the file stays open as long as they are looked at."""

    file: pikepdf.Pdf


def tags(pdf: bytes, kind: str) -> Tags:
    file = opened(pdf)
    found = Tags(elements(file.Root.StructTreeRoot.K, kind))
    found.file = file
    return found


@pytest.fixture(scope="module")
def long_table() -> bytes:
    return render_pdf(report(table(290)))


def test_it_says_its_title_and_language_and_that_it_is_tagged():
    pdf = opened(render_pdf(report(language="en", title="The review")))
    root = pdf.Root
    assert root.Lang == "en"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "The review"
        assert metadata["pdfuaid:part"] == "1"


def test_a_drawing_is_described_for_those_who_do_not_see_it():
    block = FigureBlock("q2", drawing("Fyra av kommunerna har ett stödprogram."))
    figures = tags(render_pdf(report(block)), "/Figure")
    assert [str(figure.Alt) for figure in figures] == [
        "Fyra av kommunerna har ett stödprogram.",
        "har ett program: 4",
    ]


def test_a_drawing_without_a_description_cannot_be_made():
    with pytest.raises(ValueError, match="description"):
        FigureBlock("q2", drawing(" "))


def test_a_table_of_290_rows_breaks_over_pages_and_loses_none(long_table):
    assert len(opened(long_table).pages) > 4
    assert len(tags(long_table, "/TR")) == 290 + 1


def test_headings_of_a_table_say_what_they_head(long_table):
    headings = tags(long_table, "/TH")
    assert len(headings) == 2
    for heading in headings:
        attributes = heading.A if isinstance(heading.A, pikepdf.Array) else [heading.A]
        assert [each.Scope for each in attributes if "/Scope" in each] == ["/Column"]


def test_equal_reports_are_equal_files(long_table):
    assert render_pdf(report(table(290))) == long_table


def test_the_day_is_the_reports_own():
    pdf = opened(render_pdf(report()))
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20251201")


def test_what_looks_like_markup_is_only_text():
    pdf = render_pdf(report(Paragraph(words('#panic("no") *stars* $x$ = Heading'))))
    assert len(tags(pdf, "/H1")) == len(tags(render_pdf(report()), "/H1"))


def test_chapters_and_headings_stand_in_the_contents():
    pdf = opened(render_pdf(report(Heading(2, words("Så många"), "sa-manga"))))
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Stöd"]
        assert [item.title for item in outline.root[-1].children] == ["Så många"]


def test_a_source_stands_at_the_foot_of_the_page():
    spans = (Quoted("”mer än nio av tio”", note="Rapporten, rad 711"), Value("1999", ("year",), note="Lagen, rad 359"))
    assert len(tags(render_pdf(report(Paragraph(spans))), "/Note")) == 2


def test_every_kind_of_block_can_be_printed():
    blocks = (
        List((words("a"), words("b"))),
        List((words("a"),), ordered=True),
        Quotation(words("Vi är en liten kommun."), "rad 948"),
        Note("quality", "Ej redovisat", (Paragraph(words("text")),)),
        FigureBlock("q2", drawing("En beskrivning."), "290 tillfrågade", table(2)),
    )
    pdf = render_pdf(report(*blocks))
    assert len(tags(pdf, "/L")) == 2
    assert len(tags(pdf, "/Table")) == 1


def test_a_sign_that_no_font_has_is_refused():
    with pytest.raises(PdfError):
        render_pdf(replace(report(Paragraph(words("\U00013000")))))
