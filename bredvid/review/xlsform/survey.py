"""Reads the sheet of the survey: groups become sections, the rows in them questions. Names stay as they are written."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from bredvid.review.documents import Row
from bredvid.review.models import Questionnaire, Section
from bredvid.review.xlsform.cells import Reader
from bredvid.review.xlsform.columns import OWN_FLAGS, OWN_TEXTS, own
from bredvid.review.xlsform.kinds import read_type
from bredvid.review.xlsform.names import INTRO, NAME, SECTION_TEXT
from bredvid.review.xlsform.questions import read_question
from bredvid.review.xlsform.refusals import is_usable
from bredvid.review.xlsform.workbook import Line

COLUMNS = frozenset({
    "type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "disabled",
    *map(own, (*OWN_TEXTS, *OWN_FLAGS)),
})  # fmt: skip
# Questions that stand outside every group come into a section of this name.
OUTSIDE = {"name": "fragor", "title_sv": "Frågor", "title_en": "Questions"}


class Survey:
    """Walks down the sheet once. Afterwards: `sections`, the texts before them, and on which line each stands."""

    def __init__(self, reader: Reader, lists: Mapping[str, list[Row]]) -> None:
        self.sections: list[Row] = []
        self.intro = {"intro_sv": "", "intro_en": ""}
        self.lines: dict[str, Line] = {}
        self._reader = reader
        self._lists = lists
        self._open: Line | None = None
        self._current: Row | None = None
        for line in reader.sheet.lines:
            self._row(line)
        if self._open is not None:
            reader.wrong(self._open, "type", _("the group has no end"))

    def _row(self, line: Line) -> None:
        kind = "_".join(line["type"].lower().split())
        if line["disabled"].lower() in {"yes", "true"}:
            self._reader.left_out(line, "disabled", _("the row is switched off"))
        elif not kind:
            self._reader.wrong(line, "type", _("the type is missing"))
        elif kind == "begin_group":
            self._begin(line)
        elif kind == "end_group":
            self._end(line)
        elif kind in {"begin_repeat", "end_repeat", "begin_loop", "end_loop"}:
            self._reader.wrong(line, "type", _("nothing is repeated here"))
        else:
            self._put(line)

    def _begin(self, line: Line) -> None:
        if self._open is not None:
            self._reader.wrong(line, "type", _("a group inside a group; end the first one before"))
            return
        self._open = line
        for column in ("required", "constraint", "constraint_message", "hint"):
            if line[column] or any(self._reader.said(line, column).values()):
                self._reader.wrong(line, column, _("a group cannot have this"))
        titles = self._reader.both(line, "label", Section, "title")
        self._current = self._section(self._named(line), titles, line.whole("relevant"))

    def _end(self, line: Line) -> None:
        if self._open is None:
            self._reader.wrong(line, "type", _("no group begins before"))
        self._open, self._current = None, None

    def _put(self, line: Line) -> None:
        found = read_type(line["type"])
        if not is_usable(self._reader, line, found):
            return
        if line["name"] == INTRO and not self.sections:
            self.intro = self._text(line, "intro", Questionnaire)
        elif self._current is not None and self._open and line["name"] == self._open["name"] + SECTION_TEXT:
            self._current |= self._text(line, "text", Section)
        else:
            self._question(line, read_question(self._reader, line, found, self._lists))

    def _question(self, line: Line, question: Row) -> None:
        if self._current is None:
            name = OUTSIDE["name"]
            while name in self.lines:
                name += "-"
            titles = {key: OUTSIDE[key] for key in ("title_sv", "title_en")}
            self._current = self._section(name, titles, "")
            self.lines[name] = line
        self._current["questions"].append(question | {"code": self._named(line)})

    def _section(self, name: str, titles: Mapping[str, str], relevant: str) -> Row:
        section: Row = {
            "code": name, **titles, "text_sv": "", "text_en": "", "relevant": relevant,
            "questions": [], "order": len(self.sections) + 1,
        }  # fmt: skip
        self.sections.append(section)
        return section

    def _text(self, line: Line, field: str, model: type[Questionnaire] | type[Section]) -> Row:
        """What stands before the questions: a text that may be in one language only."""
        for column in ("required", "relevant", "constraint"):
            if line[column]:
                self._reader.wrong(line, column, _("a text before the questions cannot have this"))
        texts = {f"{field}_{language}": text for language, text in self._reader.said(line, "label").items()}
        return self._reader.fitting(line, "label", texts, model)

    def _named(self, line: Line) -> str:
        name = line["name"]
        if not NAME.fullmatch(name):
            what = _("{name} cannot be a name; it has letters, digits, _, - and no spaces")
            self._reader.wrong(line, "name", what.format(name=repr(name)) if name else _("the name is missing"))
        elif name in self.lines:
            message = _("{name} is also on row {row}")
            self._reader.wrong(line, "name", message.format(name=repr(name), row=self.lines[name].number))
        self.lines.setdefault(name, line)
        return name
