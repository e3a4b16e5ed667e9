"""The file that the review reads: docs/reference/prefill-file.md. It is all that the two rooms know of each other."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bredvid.register.codebook import current
from bredvid.register.exports.material import Material
from bredvid.register.rules.women import BANDS, Line, Quality

_FILE = Path(__file__).parent / "review.toml"
_LARGEST = BANDS[-1][0]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question of the form, and what answers it: a line of the yearly question, or an option where it holds."""

    code: str
    line: str = ""
    option: str = ""
    providers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form of the review, the year it asks about, and the questions that a register can answer."""

    questionnaire: str
    version: int
    year: int
    questions: tuple[Asked, ...]


@cache
def form() -> Form:
    """The form that is answered now."""
    document = tomllib.loads(_FILE.read_text("utf-8"))
    questions = [Asked(**{**row, "providers": tuple(row.get("providers", ()))}) for row in document["question"]]
    return Form(document["questionnaire"], document["version"], document["year"], tuple(questions))


def review_rows(material: Material) -> list[list[str]]:
    """The rows of the file. Its words are Swedish in every language: it is one file."""
    unit = material.unit
    head = [
        ["Bredvid: siffror till granskningen", "1"],
        ["formulär", f"{form().questionnaire}-{form().version}"],
        ["år", str(material.year)],
        ["enhet", unit.organisation.name],
        ["plats", f"{unit.place:04d}" if unit.place else ""],
        ["påhittat", "ja" if unit.demonstration else "nej"],
        *([["DEMO", "Allt här är påhittat."]] if unit.demonstration else []),
        ["ändamål", material.purpose],
        ["kodbok", current().version],
        ["bas", "Kvinnor och tjejer som enheten har gett stöd under året. Var och en räknas en gång."],
        ["saknas", "En tom cell är inget svar. Den är aldrig noll."],
        ["får inte publiceras", "Små tal kan peka ut någon."],
        ["fråga", "svar", "lägst", "högst", "räknat på", "okänd form"],
    ]  # fmt: skip
    return head + [row for asked in form().questions if (row := _row(asked, material))]


def _row(asked: Asked, material: Material) -> list[str] | None:
    found = material.supported
    if asked.line:
        unknown = "ja" if found.unknown_women or found.unknown_contacts else "nej"
        return [asked.code, *_answer(found.lines[asked.line], found.quality), str(found.quality), unknown]
    provider = {
        code.code for code in current().variable("V02").chosen(material.unit.provider) if material.unit.provider
    }
    counts = found.quality in (Quality.PERIODS, Quality.PARTLY)
    return [asked.code, asked.option, "", "", "", ""] if counts and provider & set(asked.providers) else None


def _answer(line: Line, quality: Quality) -> tuple[str, str, str]:
    """The answer, and the lowest and highest range: an answer only where both are one, and a number only when exact."""
    if quality == Quality.NOTHING:
        return "", "", ""
    bands = line.bands
    if len(bands) > 1:
        return "", bands[0], bands[-1]
    exact = line.is_exact and bands[0] == _LARGEST
    return str(line.low) if exact else bands[0], bands[0], bands[0]
