"""A demonstration is invented and shows it: it meets the printed margins, and no real name stands in it."""

import json
import re

import pytest
from django.core import serializers
from django.db.models import Model

from bredvid.figures.figure import Figure
from bredvid.places.models import Municipality, Organisation
from bredvid.review import reads
from bredvid.review.actions import load
from bredvid.review.models import (
    Answer,
    Claim,
    Mention,
    Missing,
    PublishedFigure,
    Quote,
    Respondent,
    Round,
)

ROWS_OF_A_ROUND = (Respondent, Mention, Quote, Claim, PublishedFigure)


@pytest.fixture
def demo(loaded) -> Round:
    return reads.round_by_code("demo")


def rows_of(round_: Round) -> list[Model]:
    rows: list[Model] = list(Answer.objects.filter(respondent__round=round_))
    for model in ROWS_OF_A_ROUND:
        rows.extend(model._default_manager.filter(round=round_))
    return rows


def test_every_printed_count_is_met(demo, round_2025):
    printed = {
        (figure.question, figure.option): figure.count
        for result in reads.results_of(round_2025)
        for figure in result.counted
    }
    dealt = {
        (figure.question, figure.option): figure.count for result in reads.results_of(demo) for figure in result.counted
    }
    assert printed
    assert {key: dealt[key] for key in printed} == printed


@pytest.mark.parametrize(("question", "remainder"), [("q2", 3), ("q4", 1), ("q8", 6), ("q3", 9)])
def test_what_the_source_does_not_account_for_stays_an_explicit_remainder(demo, question, remainder):
    missing = Answer.objects.filter(respondent__round=demo, question__code=question, missing=Missing.NOT_REPORTED)
    assert missing.count() == remainder
    result = reads.result_of(demo, reads.questions_of(demo).get(code=question))
    assert result.unaccounted == remainder
    assert sum(figure.count for figure in result.counted) == 73 - remainder


def test_the_roles_among_the_ten_with_little_knowledge_are_met(demo):
    for role, count in (("samordnare-vir", 5), ("enhetschef", 4), ("gruppchef", 1), ("socialsekreterare", 0)):
        figure = reads.figure_by_key(f"demo.b1.{role}.q4-lag")
        assert isinstance(figure, Figure)
        assert (figure.count, figure.base.asked) == (count, 10)


def test_290_respondents_of_which_73_answer(demo):
    respondents = reads.respondents_of(demo)
    assert respondents.count() == 290
    assert respondents.filter(state=Respondent.State.ANSWERED).count() == 73
    assert respondents.filter(state=Respondent.State.SILENT).count() == 217


def test_the_map_has_its_true_shape(demo):
    real = Municipality.objects.values_list("hex_row", "hex_column", "county", "group")
    invented = demo.respondents.values_list("hex_row", "hex_column", "county", "group")
    assert set(invented) == set(real)


def test_the_numbering_says_nothing_of_the_place(demo):
    # The municipality with the lowest code is not number one, and so on.
    cells = Municipality.objects.order_by("code").values_list("hex_row", "hex_column")
    assert list(demo.respondents.order_by("code").values_list("hex_row", "hex_column")) != list(cells)


def test_the_same_seed_gives_the_same_bytes(demo):
    def answers() -> str:
        rows = Answer.objects.filter(respondent__round=demo).values_list(
            "respondent__code", "respondent__slug", "respondent__hex_row", "question__code", "option__code", "missing"
        )
        return json.dumps(sorted(map(list, rows), key=str))

    first = answers()
    # When the round is made anew, with other ids
    Round.objects.get(code="demo").respondents.all().delete()
    load()
    assert answers() == first


def test_numbers_of_persons_are_bands_only(demo):
    assert not Answer.objects.filter(respondent__round=demo, number__isnull=False).exists()


def test_the_made_up_round_says_so(demo):
    assert demo.demonstration
    assert "påhittad" in demo.fieldwork_sv
    assert "invented" in demo.fieldwork_en
    assert demo not in reads.published_rounds()


def test_no_real_name_or_code_stands_in_any_row_of_any_demonstration(loaded):
    # Given every name by which a municipality or an organisation is known
    names: set[str] = set(Organisation.objects.values_list("name", flat=True))
    for fields in Municipality.objects.values_list("code", "name", "legal_name", "own_name", "slug", "web_domain"):
        names.update(fields)
    any_name = re.compile(r"\b(" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b", re.I)
    demonstrations = Round.objects.filter(demonstration=True)
    assert demonstrations
    for round_ in demonstrations:
        for row in rows_of(round_):
            values = json.loads(serializers.serialize("json", [row]))[0]["fields"]
            own = {key: value for key, value in values.items() if key not in ("county", "group")}
            # Then none of them is in any of its own words, nor is it tied to a municipality
            assert own.get("municipality") is None
            assert not any_name.search(" ".join(value for value in own.values() if isinstance(value, str)))
