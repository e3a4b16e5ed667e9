"""Small steps in reading a sheet: texts in two languages, yes and no, texts of a field's length."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Model
from django.utils.translation import gettext as _

from bredvid.review.xlsform.problems import Findings
from bredvid.review.xlsform.workbook import Line, Sheet

YES = frozenset({"yes", "true", "true()", "1", "ja"})
NO = frozenset({"", "no", "false", "false()", "0", "nej"})
SHORTEST_CUT = 80


@dataclass(frozen=True)
class Reader:
    """Reads one sheet. `language` is that of a column whose header names none."""

    sheet: Sheet
    findings: Findings
    language: str
    untranslated: Counter[str] = field(default_factory=Counter)

    def wrong(self, line: Line, column: str, message: str) -> None:
        """Notes a mistake in a cell."""
        self.findings.wrong(self.sheet.name, line.number, self.sheet.header(column) if column else "", message)

    def left_out(self, line: Line, column: str, message: str) -> None:
        """Notes a cell that the import does without."""
        self.findings.left_out(self.sheet.name, line.number, self.sheet.header(column) if column else "", message)

    def said(self, line: Line, column: str) -> dict[str, str]:
        """The Swedish and the English text of a column."""
        texts = {language: line.whole(f"{column}::{language}") for language in ("sv", "en")}
        texts[self.language] = texts[self.language] or line.whole(column)
        return texts

    def both(self, line: Line, column: str, model: type[Model], name: str) -> dict[str, str]:
        """Both texts as `name_sv` and `name_en`. One that is missing is filled with the other; both is a mistake."""
        texts = self.said(line, column)
        if not any(texts.values()):
            self.wrong(line, column, _("the text is missing"))
        filled = {"sv": texts["sv"] or texts["en"], "en": texts["en"] or texts["sv"]}
        self.untranslated.update(language for language in filled if not texts[language])
        return self.fitting(line, column, {f"{name}_{each}": text for each, text in filled.items()}, model)

    def fitting(self, line: Line, column: str, values: dict[str, str], model: type[Model]) -> dict[str, str]:
        """The values, after noting any that is longer than its field."""
        for name, text in values.items():
            most = longest(model, name)
            if most and len(text) > most:
                self.wrong(line, column, _("the text is longer than {most} characters").format(most=most))
            if "${" in text:
                self.wrong(line, column, _("an answer inside a text, ${…}, cannot be shown"))
        return values

    def flag(self, line: Line, column: str) -> bool:
        """Whether a cell says yes."""
        text = line[column].lower()
        if text not in YES | NO:
            self.wrong(line, column, _("{word} is neither yes nor no").format(word=repr(line[column])))
        return text in YES


def longest(model: type[Model], name: str) -> int:
    """How many characters a field holds; 0 where it does not say."""
    return getattr(model._meta.get_field(name), "max_length", None) or 0


def cut_at_a_word(text: str, most: int = SHORTEST_CUT) -> str:
    """The text in one line and at most so many characters, cut between two words."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    return plain[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
