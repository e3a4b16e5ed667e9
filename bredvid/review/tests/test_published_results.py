"""The round of 2025 is read as its report printed it, and what the report does not say stays unknown."""

import pytest

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.review import reads
from bredvid.review.models import Respondent, Round
from bredvid.review.results import Result


def result(round_: Round, code: str) -> Result:
    return reads.result_of(round_, reads.questions_of(round_).get(code=code))


def counted(key: str) -> Figure:
    figure = reads.figure_by_key(key)
    assert isinstance(figure, Figure)
    return figure


@pytest.mark.parametrize(
    ("key", "count", "valid", "bounds"),
    [
        ("2025.q2.ja", 4, 70, (4, 224)),
        ("2025.q2.nej", 66, 70, (66, 286)),
        ("2025.q8.kan-inte-svara", 54, 67, (54, 277)),
        ("2025.q3.ingen", 34, 64, (34, 260)),
        ("2025.q4.god", 22, 72, (22, 240)),
    ],
)
def test_unaccounted_answers_are_unknown_not_no(round_2025, key, count, valid, bounds):
    figure = counted(key)
    assert (figure.count, figure.base.asked, figure.base.valid, figure.base.frame) == (count, 73, valid, 290)
    assert figure.bounds == bounds


def test_an_answer_the_source_is_silent_about_has_no_figure(round_2025):
    # Given that the report says nothing of the band 6-14
    q8 = result(round_2025, "q8")
    # Then it is named as not reported and never counted as nought
    assert q8.figure_of("6-14") is None
    assert [option.code for option in q8.not_reported] == ["6-14"]


def test_a_printed_none_speaks_of_everybody_asked(round_2025):
    # Given that no municipality answered above 5, while the other answers have no counts
    q9 = result(round_2025, "q9")
    over_30 = counted("2025.q9.over-30")
    # Then all 73 are known not to have answered so, and only the silent may have
    assert (over_30.count, over_30.base.valid, over_30.bounds) == (0, 73, (0, 217))
    assert q9.unaccounted == 73


def test_a_majority_without_a_count_stays_words(round_2025):
    figure = result(round_2025, "q7").figure_of("nej")
    assert isinstance(figure, VerbalFigure)
    assert figure.words == "en majoritet"


def test_words_about_social_workers_are_not_about_municipalities(round_2025):
    assert reads.figure_by_key("2025.q6.nej").unit == "social_workers"


def test_a_programme_for_prostitution_only_is_one_of_the_four(round_2025):
    q2a = result(round_2025, "q2a")
    # The other three are not known; nothing is said of the silent.
    assert (q2a.base.asked, q2a.base.valid, q2a.base.frame) == (4, 1, 4)
    assert counted("2025.q2a.prostitution").count == 1


def test_roles_are_known_only_among_the_ten_with_little_knowledge(round_2025):
    b1 = reads.questions_of(round_2025).get(code="b1")
    assert reads.result_of(round_2025, b1).figures == ()
    (among,) = reads.subgroups_of(round_2025, b1)
    assert [(figure.option, figure.count) for figure in among.counted] == [
        ("enhetschef", 4),
        ("gruppchef", 1),
        ("samordnare-vir", 5),
    ]
    assert (among.base.asked, among.unaccounted, among.filters) == (10, 0, (("q4", "lag"),))


def test_a_round_of_totals_cannot_be_split(round_2025):
    q2 = reads.questions_of(round_2025).get(code="q2")
    with pytest.raises(reads.NoRows, match="totals only"):
        reads.breakdown(round_2025, q2, "county")
    with pytest.raises(reads.NoRows):
        reads.result_of(round_2025, q2, group="A1")


def test_every_figure_is_found_again_by_its_key(round_2025):
    for each in reads.results_of(round_2025):
        for figure in each.figures:
            assert reads.figure_by_key(figure.key) == figure


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("q2.nej", "no figure's key"),
        ("1999.q2.nej", "no round '1999'"),
        ("2025.q99.nej", "no question 'q99'"),
        ("2025.q8.6-14", "reports 0-5"),
        ("2025.q2.nej.county-01", "totals only"),
    ],
)
def test_an_unknown_key_says_what_is_wrong(round_2025, key, says):
    with pytest.raises(reads.FigureNotFound, match=says):
        reads.figure_by_key(key)


def test_nobody_but_the_named_is_said_to_have_answered_or_not(round_2025):
    respondents = reads.respondents_of(round_2025)
    assert respondents.count() == 290
    assert set(respondents.filter(state=Respondent.State.ANSWERED).values_list("name", flat=True)) == {
        "Stockholm", "Göteborg", "Umeå", "Åsele", "Munkfors", "Pajala", "Trelleborg", "Upplands Väsby", "Österåker",
    }  # fmt: skip
    assert not respondents.filter(state=Respondent.State.SILENT).exists()


def test_places_with_special_work_are_not_said_to_have_answered(round_2025):
    special = reads.mentions_of(round_2025).filter(kind="special_work")
    states = {mention.respondent.name: mention.respondent.state for mention in special}
    assert {name for name, state in states.items() if state == "not_reported"} == {"Malmö", "Borås", "Lund"}


def test_a_demonstration_is_never_among_the_published(loaded):
    assert "2025" in {round_.code for round_ in reads.published_rounds()}
    assert not any(round_.demonstration for round_ in reads.published_rounds())
