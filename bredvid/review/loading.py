"""From a round's folder to checked plain values, ready for `actions.load`. Nothing is written here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bredvid.review.documents import (
    DocumentError,
    Row,
    day,
    flag,
    number,
    only_once,
    ordered,
    read_file,
    read_table,
    slug,
    table,
    tables,
    text,
)
from bredvid.review.models import Mention, PublishedFigure
from bredvid.review.questionnaire_documents import read_questionnaire
from bredvid.review.rules.claims import check_terms

ROUNDS = Path(__file__).parent / "rounds"
CODE_FRAMES = Path(__file__).parent / "codeframes"

ROUND = {
    "title_sv": text(), "title_en": text(), "year": number(), "questionnaire": slug(), "version": number(),
    "frame_size": number(), "answered": number(), "aggregate_only": flag(), "demonstration": flag(),
    "based_on": text(None), "published_on": day(), "fieldwork_sv": text(""), "fieldwork_en": text(""),
    "source_sv": text(""), "source_en": text(""),
}  # fmt: skip
FIGURE = {
    "key": text(), "among": text(None), "unit": text("municipalities", PublishedFigure.Unit.values),
    "count": number(None), "words_sv": text(""), "words_en": text(""), "lines": text(),
}  # fmt: skip
NAME = {
    "municipality": text(), "kind": text(choices=Mention.Kind.values),
    "text_sv": text(), "text_en": text(), "lines": text(),
}  # fmt: skip
QUOTE = {"question": text(None), "text_sv": text(), "text_en": text(), "lines": text()}
CLAIM = {
    "code": slug(), "kind": slug(), "ledger": number(None), "lines": text(), "text_sv": text(), "text_en": text(),
    "note_sv": text(""), "note_en": text(""), "terms": table(),
}  # fmt: skip
CODE_FRAME = {"code": slug(), "version": number(), "title_sv": text(), "title_en": text(), "codes": tables()}
CODE = {"code": slug(), "label_sv": text(), "label_en": text()}


@dataclass(frozen=True)
class RoundDocument:
    """All that a round's folder holds. `questionnaire` is None where the round uses another round's."""

    code: str
    round: Row
    questionnaire: Row | None
    figures: list[Row]
    names: list[Row]
    quotes: list[Row]
    claims: list[Row]
    demonstration: Row | None


def round_folders(root: Path = ROUNDS) -> list[Path]:
    """The folders of all rounds, by name."""
    return sorted(path for path in root.iterdir() if (path / "round.toml").exists())


def read_round(folder: Path) -> RoundDocument:
    """Reads and checks one round's files. Raises DocumentError naming the file and the key."""
    return RoundDocument(
        code=folder.name,
        round=_one(folder, "round.toml", "round", ROUND),
        questionnaire=_questionnaire(folder) if (folder / "questionnaire.toml").exists() else None,
        figures=_figures(folder),
        names=_many(folder, "names.toml", "name", NAME, ("municipality", "kind")),
        quotes=_many(folder, "quotes.toml", "quote", QUOTE, ("text_sv",)),
        claims=_claims(folder),
        demonstration=_demonstration(folder),
    )


def read_code_frames(root: Path = CODE_FRAMES) -> list[Row]:
    """All coding frames, each with its codes in order."""
    return [_code_frame(path) for path in sorted(root.glob("*.toml"))]


def _code_frame(path: Path) -> Row:
    frame = read_table(read_file(path), CODE_FRAME, path.name)
    frame["codes"] = list(ordered(frame["codes"], CODE, f"{path.name} codes"))
    only_once([code["code"] for code in frame["codes"]], f"{path.name} codes")
    return frame


def _questionnaire(folder: Path) -> Row:
    return read_questionnaire(folder / "questionnaire.toml", f"{folder.name}/questionnaire.toml")


def _figures(folder: Path) -> list[Row]:
    rows = _many(folder, "figures.toml", "figure", FIGURE, ("key", "among"))
    for row in rows:
        if (row["count"] is None) == (row["words_sv"] == ""):
            raise DocumentError(f"{folder.name}/figures.toml {row['key']}: give a count or words, and not both")
        if bool(row["words_sv"]) != bool(row["words_en"]):
            raise DocumentError(f"{folder.name}/figures.toml {row['key']}: words need both words_sv and words_en")
    return rows


def _claims(folder: Path) -> list[Row]:
    rows = _many(folder, "claims.toml", "claim", CLAIM, ("code",))
    for row in rows:
        try:
            check_terms(row["kind"], row["terms"])
        except ValueError as error:
            raise DocumentError(f"{folder.name}/claims.toml {row['code']}: {error}") from None
    return rows


def _demonstration(folder: Path) -> Row | None:
    path = folder / "demonstration.toml"
    return read_file(path) if path.exists() else None


def _one(folder: Path, name: str, key: str, fields: dict[str, Any]) -> Row:
    return read_table(read_file(folder / name).get(key), fields, f"{folder.name}/{name} [{key}]")


def _many(folder: Path, name: str, key: str, fields: dict[str, Any], unique: tuple[str, ...]) -> list[Row]:
    path = folder / name
    if not path.exists():
        return []
    where = f"{folder.name}/{name} [[{key}]]"
    rows = list(ordered(read_file(path).get(key, []), fields, where))
    only_once([tuple(row[field] for field in unique) for row in rows], where)
    return rows
