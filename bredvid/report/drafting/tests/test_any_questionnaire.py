"""Whatever a questionnaire looks like, its report drafts itself and passes the check of claims."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings, strategies as st

from bredvid.report.claims.compose import Composed
from bredvid.report.claims.report import compose_chapters
from bredvid.report.drafting.chapters import draft_report
from bredvid.report.manuscript.reading import source_of
from bredvid.report.tests.random_rounds import Shape, random_round
from bredvid.review.models import Round

pytestmark = pytest.mark.django_db

SHAPES = st.builds(
    Shape,
    seed=st.integers(0, 10**9),
    sections=st.integers(0, 4),
    questions=st.integers(1, 5),
    frame=st.integers(8, 14),
    answered=st.integers(0, 8),
)


def composed(round_: Round) -> list[Composed]:
    return compose_chapters(round_, [source_of(round_.code, each) for each in draft_report(round_)])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHAPES)
def test_every_round_has_a_report_without_faults(shape):
    with transaction.atomic():
        round_ = random_round(shape)
        faults = [str(problem) for each in composed(round_) for problem in each.problems]
        transaction.set_rollback(True)
    assert faults == []
