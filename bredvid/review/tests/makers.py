"""Small makers with words of the field."""

from collections.abc import Sequence
from datetime import date

from bredvid.places.models import County, MunicipalityGroup
from bredvid.review.models import Answer, Option, Question, Questionnaire, Respondent, Round, Section


def county(code: str) -> County:
    return County.objects.get_or_create(code=code, defaults={"name": f"Län {code}", "short_name": f"L{code}"})[0]


def group(code: str) -> MunicipalityGroup:
    values = {"name": f"Grupp {code}", "name_en": f"Group {code}"}
    return MunicipalityGroup.objects.get_or_create(code=code, vintage=2023, defaults=values)[0]


def section() -> Section:
    questionnaire = Questionnaire.objects.create(code="prov", title_sv="Prov", title_en="Trial")
    return Section.objects.create(questionnaire=questionnaire, code="a", order=1, title_sv="A", title_en="A")


def question(place: Section, code: str, options: Sequence[str], *, kind: str = "single", parent: Option | None = None):
    made = Question.objects.create(
        section=place, code=code, order=place.questions.count() + 1, kind=kind, depends_on=parent,
        exclusivity="multiple" if kind == "multiple" else "exclusive",
        text_sv=code, text_en=code, short_sv=code, short_en=code,
    )  # fmt: skip
    for order, option in enumerate(options, start=1):
        Option.objects.create(question=made, code=option, order=order, label_sv=option, label_en=option)
    return made


def round_with(place: Section, *, frame: int, answered: int, **values) -> Round:
    values = {"code": "prov", "year": 2025, "title_sv": "Prov", "title_en": "Trial"} | values
    return Round.objects.create(
        questionnaire=place.questionnaire, frame_size=frame, answered=answered, published_on=date(2026, 1, 1), **values
    )


def respondent(round_: Round, number: int, *, answers: bool, in_group: str = "A1", in_county: str = "01") -> Respondent:
    return Respondent.objects.create(
        round=round_, code=f"R{number}", name=f"R {number}", slug=f"r-{number}", county=county(in_county),
        group=group(in_group), hex_row=number, hex_column=0, alphabetical=number,
        state=Respondent.State.ANSWERED if answers else Respondent.State.SILENT,
    )  # fmt: skip


def answer(by: Respondent, to: Question, option: str | None = None, *, missing: str = "") -> Answer:
    chosen = to.options.get(code=option) if option else None
    return Answer.objects.create(respondent=by, question=to, option=chosen, missing=missing)
