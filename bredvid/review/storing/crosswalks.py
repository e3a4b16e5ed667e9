"""Stores a crosswalk between two stored questionnaires, and refuses one that joins what may not be joined."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bredvid.review.crosswalk_documents import name_of
from bredvid.review.documents import DocumentError, Row
from bredvid.review.models import Correspondence, Crosswalk, Question, Questionnaire
from bredvid.review.storing.synchronising import synchronise

Questions = Mapping[str, Question]
JOINED = frozenset({Correspondence.Grade.SAME, Correspondence.Grade.REWORDED})


def store_crosswalk(values: Row, where: str) -> int:
    """Stores a crosswalk and returns how many rows that wrote. Raises DocumentError naming `where` it stands."""
    sides = {side: _questionnaire(values["code"], values[side], where) for side in ("old", "new")}
    old, new = (_questions(sides[side]) for side in ("old", "new"))
    _require_each_once(values["pairs"], old, new, where)
    head = {"old_id": sides["old"].pk, "new_id": sides["new"].pk}
    writes = synchronise(Crosswalk.objects.filter(**head), ("old_id", "new_id"), [head])
    crosswalk = Crosswalk.objects.get(**head)
    rows = [{**_row(pair, old, new, where), "crosswalk_id": crosswalk.pk} for pair in values["pairs"]]
    return writes + synchronise(Correspondence.objects.filter(crosswalk=crosswalk), ("old_id", "new_id"), rows)


def _questionnaire(code: str, version: int, where: str) -> Questionnaire:
    try:
        return Questionnaire.objects.get(code=code, version=version)
    except Questionnaire.DoesNotExist:
        raise DocumentError(f"{where}: there is no questionnaire {code!r} version {version}") from None


def _questions(questionnaire: Questionnaire) -> Questions:
    questions = Question.objects.filter(section__questionnaire=questionnaire).exclude(kind=Question.Kind.NOTE)
    return {question.code: question for question in questions.prefetch_related("options")}


def _named(pairs: Iterable[Row], side: str) -> set[str]:
    return {pair[side] for pair in pairs} - {""}


def _require_each_once(pairs: list[Row], old: Questions, new: Questions, where: str) -> None:
    """That a question stands twice is refused when the file is read; here none may be unknown or left out."""
    sides = (("older", _named(pairs, "old"), old), ("newer", _named(pairs, "new"), new))
    for which, named, questions in sides:
        if unknown := sorted(named - questions.keys()):
            raise DocumentError(f"{where}: the {which} questionnaire has no question {', '.join(unknown)}")
    for which, named, questions in sides:
        if left_out := [code for code in questions if code not in named]:
            raise DocumentError(f"{where}: nothing is said of the {which} question {', '.join(left_out)}")


def _row(pair: Row, old: Questions, new: Questions, where: str) -> Row:
    older, newer = old.get(pair["old"]), new.get(pair["new"])
    row = {name: pair[name] for name in ("order", "grade", "note_sv", "note_en")}
    row |= {"old_id": older.pk if older else None, "new_id": newer.pk if newer else None, "options": {}}
    if older and newer:
        place = name_of(pair, where)
        if pair["grade"] in JOINED:
            _require_alike(older, newer, pair["grade"], place)
        row["options"] = _options(older, newer, pair["options"], place)
    elif pair["options"]:
        raise DocumentError(f"{name_of(pair, where)}: answers can only correspond where the questions do")
    return row


def _require_alike(older: Question, newer: Question, grade: str, where: str) -> None:
    """Counts of different units, or of answers that exclude each other and such that do not, are two figures."""
    fields = ["unit_sv", "exclusivity", *(["kind"] if grade == Correspondence.Grade.SAME else [])]
    for field in fields:
        first, second = (getattr(question, field) for question in (older, newer))
        if first != second:
            raise DocumentError(f"{where}: the grade {grade} needs the same {field}, found {first!r} and {second!r}")


def _options(older: Question, newer: Question, said: Mapping[str, list[str]], where: str) -> dict[str, list[str]]:
    """Older answer → newer answers: those of the same code, and what the file says."""
    old, new = ([option.code for option in question.options.all()] for question in (older, newer))
    for code in said.keys() - set(old):
        raise DocumentError(f"{where}: the older question has no answer {code!r}")
    for code in {each for codes in said.values() for each in codes} - set(new):
        raise DocumentError(f"{where}: the newer question has no answer {code!r}")
    found = {code: said.get(code, [code] if code in new else []) for code in old}
    found = {code: codes for code, codes in found.items() if codes}
    _require_addable(older, newer, found, where)
    return found


def _require_addable(older: Question, newer: Question, options: Mapping[str, list[str]], where: str) -> None:
    """Answers that may hold at once cannot be added up, so one cannot become several or several one."""
    merged = [code for code, n in Counter(each for codes in options.values() for each in codes).items() if n > 1]
    split = [code for code, codes in options.items() if len(codes) > 1]
    exclusive = Question.Exclusivity.EXCLUSIVE
    if merged and older.exclusivity != exclusive:
        raise DocumentError(f"{where}: several older answers become {merged[0]!r}, but they may hold at once")
    if split and newer.exclusivity != exclusive:
        raise DocumentError(f"{where}: {split[0]!r} becomes several newer answers, but they may hold at once")
