"""Blocks on the screen: each value leads to its explanation, and what stands in a text is never markup."""

from django.utils.safestring import SafeString

from bredvid.report.blocks.html import chapter_html, spans_html
from bredvid.report.blocks.tree import (
    Block,
    Column,
    Emphasis,
    FigureBlock,
    Heading,
    Link,
    List,
    Note,
    Paragraph,
    Quotation,
    Quoted,
    Strong,
    Table,
    Text,
    Value,
)
from bredvid.report.drawings import Drawing


def explained(value: Value) -> str:
    return f"/q/{value.question}/#{value.anchor}" if value.question else ""


def html(*blocks: Block) -> SafeString:
    return chapter_html(blocks, explained=explained)


def test_a_value_leads_to_where_it_is_explained():
    body = html(Paragraph((Value("66 av 73", ("2025.q2.nej",), "q2", "nej"), Text(" kommuner"))))
    assert body == '<p><a class="value" href="/q/q2/#nej">66 av 73</a> kommuner</p>'


def test_a_value_without_a_page_is_only_its_text():
    assert html(Paragraph((Value("73", ("2025.base.answered",)),))) == "<p>73</p>"


def test_what_looks_like_markup_is_only_text():
    attack = '<script>"&'
    spans = (Text(attack), Emphasis((Text(attack),)), Strong((Text(attack),)), Link((Text(attack),), attack))
    body = html(Paragraph((*spans, Quoted(attack, attack), Value(attack, ("k",), note=attack))), Heading(2, spans, "a"))
    assert "<script" not in body


def test_a_source_is_numbered_once_and_listed_at_the_end():
    spans = (Quoted("få", "Rad 678"), Value("1999", ("fact:a",), note="Lagen"), Quoted("många", "Rad 678"))
    body = html(Paragraph(spans))
    assert body.count('href="#source-1"') == 2
    assert body.count('<li id="source-1">Rad 678</li>') == 1
    assert '<li id="source-2">Lagen</li>' in body


def test_a_single_sentence_has_no_list_of_sources():
    assert spans_html((Quoted("få", "Rad 678"),), explained=explained) == '<q class="quoted">få</q>'


def test_somebody_elses_words_are_marked():
    assert '<blockquote class="quotation">' in html(Quotation((Text("Vi köper"),), "Rad 948"))


def test_a_table_says_what_its_rows_and_columns_are():
    columns = (Column("Kommun"), Column("Antal", numeric=True))
    body = html(Table("Tabell", columns, (((Text("Ale"),), (Text("4"),)),)))
    assert '<th scope="col">Kommun</th>' in body
    assert '<th scope="row">Ale</th><td class="figure">4</td>' in body
    assert "<caption><span>Tabell</span></caption>" in body


def test_a_list_and_a_note_hold_their_contents():
    body = html(List(((Text("a"),),), ordered=True), Note("quality", "Ej redovisat", (Paragraph((Text("3"),)),)))
    assert "<ol><li>a</li></ol>" in body
    assert "note-quality" in body
    assert "<p>3</p>" in body


def test_a_drawing_leads_to_its_question_and_folds_its_table():
    table = Table("Tabell", (Column("Svar"),), (((Text("ja"),),),))
    drawing = Drawing("Stödprogram", "Fyra har ett.", SafeString("<svg></svg>"))
    body = html(FigureBlock("2025.q2", drawing, "73 svarade", table, "/2025/fragor/q2/"))
    assert '<a href="/2025/fragor/q2/">Stödprogram</a>' in body
    assert "<svg></svg>" in body
    assert body.index("<details>") < body.index("<table>")
