"""Small makers for the tests of chapters: a round of 73 answers among 290, a few facts, a chapter."""

from bredvid.figures.figure import Base, Figure, Source, VerbalFigure
from bredvid.report.blocks.tree import Blocks, Note, Paragraph, Text
from bredvid.report.claims.chapter import read_chapter
from bredvid.report.claims.compose import Composed, compose
from bredvid.report.claims.evidence import Evidence
from bredvid.report.texts.entries import Fact, Status

SOURCE = Source(document="the report", lines="706-708")
COUNTS = {
    "q2": {"ja": 4, "nej": 66},
    "q3": {"ingen": 34, "fragar": 14, "samarbeten": 16},
    "q4": {"gedigen": 4, "god": 22, "viss": 34, "lag": 10},
}


def _drawing(argument: str) -> Blocks:
    return (Paragraph((Text(f"drawing of {argument}"),)),)


def _ledger(_argument: str) -> Blocks:
    return (Note("quality", "Ledger", ()),)


DIRECTIVES = {"figure": _drawing, "ledger": _ledger}


def _base(question: str) -> Base:
    # As in the real round: of q3 the source does not say whether the answers exclude each other.
    return Base(asked=73, valid=sum(COUNTS[question].values()), frame=290, assumed=question == "q3")


def figures() -> dict[str, Figure | VerbalFigure]:
    made: dict[str, Figure | VerbalFigure] = {}
    for question, options in COUNTS.items():
        base = _base(question)
        for option, count in options.items():
            made[f"{question}.{option}"] = Figure(
                key=f"2025.{question}.{option}",
                count=count,
                base=base,
                unit="municipalities",
                round="2025",
                question=question,
                option=option,
                source=SOURCE,
            )
    made["q6.nej"] = VerbalFigure(
        key="2025.q6.nej",
        words="majoriteten",
        base=Base(asked=73, valid=0, frame=290),
        unit="social_workers",
        round="2025",
        question="q6",
        option="nej",
        source=Source(document="the report", lines="886-888"),
    )
    return made


def evidence(language="sv") -> Evidence:
    return Evidence(
        round="2025",
        language=language,
        base=Base(asked=73, valid=73, frame=290),
        bases={question: _base(question) for question in COUNTS},
        figures=figures(),
        exclusive=frozenset({"q2", "q4"}),
        labels={"q8.0-5": "0–5"},
        facts={
            "law": Fact(
                key="law",
                value_sv="1999",
                text_sv="lagen kom",
                text_en="the law came",
                source_sv="Rapporten",
                source_en="The report",
                lines="359",
                status=Status.TO_CHECK,
                note_sv="Se lagen.",
                note_en="Look at the law.",
            )
        },
        counts={"recommendations": 7},
    )


def composed(body: str, *, title="Titel", scope="respondents", language="sv") -> Composed:
    text = f"---\ntitle: {title}\nscope: {scope}\n---\n{body}"
    source = read_chapter(f"2025/{language}/01-text.md", language, text)
    return compose(source, evidence(language), DIRECTIVES)


def messages(body: str, **kwargs) -> list[str]:
    return [str(problem) for problem in composed(body, **kwargs).problems]
