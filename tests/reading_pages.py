"""Reads figures out of pages as a reader would: by their captions, rows and lists."""

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True)
class QuestionPage:
    """What the page of a question prints: bases of its caption, and each answer's cells by its code."""

    bases: dict[str, int]
    rows: dict[str, list[str]]
    breakdowns: dict[str, dict[str, list[str]]]
    given: int | None


def page(path: str) -> LexborHTMLParser:
    """The page at an address. Raises AssertionError unless it is there."""
    answer = Client().get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return LexborHTMLParser(answer.content.decode())


def question_page(path: str) -> QuestionPage:
    """The page of a question, in Swedish."""
    tree = page(path)
    table = tree.css_first("section[aria-labelledby=table] table")
    caption = text_of(table.css_first("caption")) if table else ""
    words = {"asked": "Svarade", "valid": "redovisade", "frame": "alla"}
    found = {name: re.search(rf"{word} (\d+)", caption) for name, word in words.items()}
    numbers = tree.css_first("section[aria-labelledby=numbers] caption")
    return QuestionPage(
        bases={name: int(match[1]) for name, match in found.items() if match},
        rows=_rows(table) if table else {},
        breakdowns={_title(each): _breakdown(each) for each in tree.css("details.breakdown") if _is_breakdown(each)},
        given=int(text_of(numbers).split()[0]) if numbers else None,
    )


def answers_on(path: str) -> dict[str, str]:
    """What the page of a municipality says it answered, by question."""
    tree = page(path)
    names, values = tree.css("dl.answers dt"), tree.css("dl.answers dd")
    return {text_of(name): text_of(value) for name, value in zip(names, values, strict=True)}


def legend_on(path: str) -> dict[str, int]:
    """The legend of a map: how many municipalities bear each mark, by its words."""
    items = page(path).css("ul.legend li")
    return {text_of(item.css_first("span")): int(text_of(item.css_first("strong"))) for item in items}


def text_of(node: Any) -> str:
    """Its text, with single blanks."""
    return " ".join(node.text().split())


def _rows(table: LexborNode) -> dict[str, list[str]]:
    return {
        str(row.attributes["id"]): [text_of(cell) for cell in row.css("td")]
        for row in table.css("tbody tr")
        if row.attributes.get("id")
    }


def _is_breakdown(details: LexborNode) -> bool:
    return (details.attributes.get("class") or "") == "breakdown"


def _title(details: LexborNode) -> str:
    return text_of(details.css_first("summary"))


def _breakdown(details: LexborNode) -> dict[str, list[str]]:
    return {text_of(row.css_first("th")): [text_of(cell) for cell in row.css("td")] for row in details.css("tbody tr")}
