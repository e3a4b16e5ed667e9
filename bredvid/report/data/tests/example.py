"""A small invented release, by hand: four municipalities, one question that takes one answer and one in words."""

from datetime import date

from bredvid.report.data.codebook import codebook_table
from bredvid.report.data.dictionary import make_table
from bredvid.report.data.values import Cell, Code, Column, Release, Table

YES_NO = (Code("ja", "Ja", "Yes"), Code("nej", "Nej", "No"))


def make_figure(option: str, **values: Cell) -> dict[str, Cell]:
    figure: dict[str, Cell] = {
        "key": f"x.q1.{option}",
        "question": "q1",
        "option": option,
        "label_sv": option.title(),
        "label_en": option.title(),
        "unit": "municipalities",
        "count": 1,
        "asked": 2,
        "valid": 2,
        "frame": 4,
        "unaccounted": 0,
        "silent": 2,
        "share": 0.5,
        "valid_share": 0.5,
        "interval_low": 1,
        "interval_high": 3,
        "valid_interval_low": 1,
        "valid_interval_high": 3,
        "bounds_low": 1,
        "bounds_high": 3,
        "source": "En källa",
        "lines": "1-2",
    }
    return figure | values


ONLY_WORDS: dict[str, Cell] = {
    "count": None,
    "missing": "not_reported",
    "words_sv": "en majoritet",
    "words_en": "a majority",
    "valid": None,
    "unaccounted": None,
    "share": None,
    "valid_share": None,
    "interval_low": None,
    "interval_high": None,
    "valid_interval_low": None,
    "valid_interval_high": None,
    "bounds_low": None,
    "bounds_high": None,
}


def make_municipality(number: int, **values: Cell) -> dict[str, Cell]:
    return {
        "municipality": f"X{number}",
        "name": f"Exempelkommun {number}",
        "county": "99",
        "county_name": "Exempellän",
        "group": "A1",
        "group_vintage": 2023,
        "group_sv": "Exempelgrupp",
        "group_en": "Example group",
        "state": "silent",
        "outcome": "unknown",
        "q1_missing": "silent",
        **values,
    }


def make_column(name: str, codes: tuple[Code, ...]) -> Column:
    return Column(
        name=name,
        kind="text",
        title_sv="Finns stöd?",
        title_en="Is there support?",
        about_sv="Svaret.",
        about_en="The answer.",
        codes=codes,
    )


def question_columns() -> tuple[Column, ...]:
    reasons = (Code("silent", "svarade inte", "did not answer"), Code("blank", "tomt", "blank"))
    return make_column("q1", YES_NO), make_column("q1_missing", reasons)


def make_release(*, demonstration: bool = True, figures: list[dict[str, Cell]] | None = None) -> Release:
    def table(name: str, records: list[dict[str, Cell]], more: tuple[Column, ...] = ()) -> Table:
        return make_table(name, records, round_code="x", demonstration=demonstration, more_columns=more)

    tables = [
        table(
            "municipalities",
            [
                make_municipality(1, state="answered", q1="ja", q1_missing=None),
                make_municipality(2, state="answered", q1="nej", q1_missing=None),
                make_municipality(3),
                make_municipality(4),
            ],
            question_columns(),
        ),
        table("figures", figures or [make_figure("ja"), make_figure("nej", **ONLY_WORDS)]),
        table("questions", [make_question()]),
        table("options", [make_option(1, "ja"), make_option(2, "nej")]),
    ]
    tables.append(codebook_table(tables, round_code="x", demonstration=demonstration))
    return Release(
        code="x",
        year=2025,
        title_sv="Exempel, åäö",
        title_en="Example",
        about_sv="Om exemplet.",
        about_en="About the example.",
        source_sv="En källa",
        source_en="A source",
        demonstration=demonstration,
        aggregate_only=False,
        published_on=date(2026, 1, 2),
        frame=4,
        answered=2,
        tables=tuple(tables),
    )


def make_question() -> dict[str, Cell]:
    return {
        "question": "q1",
        "section_sv": "Stöd",
        "section_en": "Support",
        "kind": "single",
        "exclusivity": "exclusive",
        "coded": False,
        "inferred": False,
        "persons": False,
        "text_sv": "Finns stöd?",
        "text_en": "Is there support?",
        "short_sv": "Stöd",
        "short_en": "Support",
    }


def make_option(order: int, code: str) -> dict[str, Cell]:
    return {
        "question": "q1",
        "option": code,
        "order": order,
        "label_sv": code.title(),
        "label_en": code.title(),
        "inferred": False,
    }
