"""A round that was published from answers becomes a PDF like any other."""

from datetime import date

import pytest

from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.claims.report import compose_report
from bredvid.report.pdf.build import render_pdf
from bredvid.report.publishing.actions import publish, seen_of
from bredvid.report.tests.random_rounds import Shape, random_fieldwork
from bredvid.review.models import Round
from bredvid.review.projection import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_questionnaire_the_report_is_set(language):
    fieldwork = random_fieldwork(Shape(seed=31))
    draft = build(fieldwork, draft=True, edition=1, published_on=date(2031, 11, 1))
    publish(fieldwork=fieldwork, seen=seen_of(draft), staff=None)
    report = compose_report(Round.objects.get(code="2031"), language)
    assert report.chapters
    assert render_pdf(report).startswith(b"%PDF")
