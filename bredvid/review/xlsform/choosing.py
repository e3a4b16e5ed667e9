"""Which questionnaire somebody means who says "2026", "2025" or "kommungranskning"."""

from bredvid.review.models import Questionnaire, Round


class UnknownQuestionnaireError(LookupError):
    """No questionnaire is meant by what was said."""


def questionnaire_meant(said: str, version: int | None = None) -> Questionnaire:
    """The questionnaire of the round in the field with that code, else of the round, else the one with that code.

    A year after every round so far means the newest version of the newest round's questionnaire: the form of the
    round to come. `version` picks another version of the questionnaire found. Raises UnknownQuestionnaireError.
    """
    found = _of_a_round(said) or _newest(said) or _of_a_year_to_come(said)
    if found is not None and version is not None:
        found = Questionnaire.objects.filter(code=found.code, version=version).first()
    if found is None:
        raise UnknownQuestionnaireError(_unknown(said, version))
    return found


def _of_a_round(code: str) -> Questionnaire | None:
    in_the_field = Questionnaire.objects.filter(fieldworks__code=code).first()
    return in_the_field or Questionnaire.objects.filter(rounds__code=code).first()


def _newest(code: str) -> Questionnaire | None:
    return Questionnaire.objects.filter(code=code).order_by("-version").first()


def _of_a_year_to_come(said: str) -> Questionnaire | None:
    newest = Round.objects.filter(demonstration=False).order_by("-year").select_related("questionnaire").first()
    if newest is None or not (said.isascii() and said.isdecimal() and len(said) == 4 and int(said) > newest.year):
        return None
    return _newest(newest.questionnaire.code)


def _unknown(said: str, version: int | None) -> str:
    rows = Questionnaire.objects.order_by("code", "version").values_list("code", "version")
    known = ", ".join(f"{code} {number}" for code, number in rows) or "none; load them: bredvid review load"
    what = repr(said) if version is None else f"{said!r} version {version}"
    return f"there is no round or questionnaire {what}; known questionnaires are {known}"
