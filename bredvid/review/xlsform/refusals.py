"""What is refused because it would change the meaning of the form, and what is passed over with a remark."""

from django.utils.translation import gettext as _, gettext_noop

from bredvid.review.xlsform.cells import NO, Reader
from bredvid.review.xlsform.kinds import KINDS, METADATA, Type
from bredvid.review.xlsform.workbook import Line

# A column that has anything in it changes what is asked, or of whom.
REFUSED = {
    "calculation": gettext_noop("nothing is calculated here"),
    "choice_filter": gettext_noop("options cannot be filtered here; write the question once for each list"),
    "repeat_count": gettext_noop("nothing is repeated here"),
    "trigger": gettext_noop("nothing is calculated here"),
    "default": gettext_noop("no answer is filled in beforehand here"),
    "parameters": gettext_noop("parameters cannot be used here"),
    "save_to": gettext_noop("entities cannot be used here"),
    "query": gettext_noop("options from a file cannot be used here"),
}
# A question that looks different but asks the same.
HARMLESS = frozenset({
    "minimal", "compact", "quick", "quickcompact", "horizontal", "horizontal-compact", "vertical", "likert", "columns",
    "columns-pack", "no-buttons", "multiline", "numbers", "thousands-sep", "no-calendar", "field-list", "autocomplete",
    "search", "table-list", "spinner",
})  # fmt: skip
PASSED_OVER = gettext_noop("the column is not read")


def refuse_columns(reader: Reader, known: frozenset[str]) -> None:
    """Notes the columns of a sheet that would change its meaning, and the ones that are not read."""
    for key in reader.sheet.headers:
        if key in known:
            continue
        lines = [line for line in reader.sheet.lines if line[key]]
        if key in REFUSED:
            for line in lines:
                reader.wrong(line, key, _(REFUSED[key]))
        elif key == "read_only":
            for line in lines:
                if line[key].lower() not in NO:
                    reader.wrong(line, key, _("a question that nobody can answer; make it a note"))
        elif key == "appearance":
            _appearances(reader, lines)
        elif lines:
            reader.findings.left_out(reader.sheet.name, 1, reader.sheet.header(key), _(PASSED_OVER))


def _appearances(reader: Reader, lines: list[Line]) -> None:
    for line in lines:
        strange = [word for word in line["appearance"].lower().split() if word.partition("(")[0] not in HARMLESS]
        if strange:
            reader.wrong(line, "appearance", _("the appearance {word} cannot be shown").format(word=repr(strange[0])))
        else:
            reader.left_out(line, "appearance", _("how a question looks is settled here"))


def is_usable(reader: Reader, line: Line, found: Type) -> bool:
    """Whether the row is a question that can be asked here; notes why not."""
    if found.name in METADATA:
        reader.left_out(line, "type", _("{type} is not gathered here").format(type=repr(found.name)))
        return False
    if found.name not in KINDS or (found.name.startswith("select") and not found.list):
        message = _("the type {type} cannot be used here; types are {known}")
        reader.wrong(line, "type", message.format(type=repr(line["type"]), known=", ".join(KINDS)))
        return False
    if found.other:
        message = _("{word} cannot be used; write the other answer as an option")
        reader.wrong(line, "type", message.format(word=found.other))
        return False
    return True
