"""No output of a round depends on an exact count of persons, or on anybody's own words, beyond its band or code.

The same round is built with other counts in the same bands and other words. Every page, file, report and PDF must be
the same bytes: what makes no difference to them cannot be read from them.
"""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.utils.translation import override

from bredvid.report.claims.report import compose_report
from bredvid.report.data.files import files_for
from bredvid.report.pages import round_pages
from bredvid.report.pdf.build import render_pdf
from bredvid.review.models import Answer, Round
from bredvid.review.projection import build, digest_of
from bredvid.review.projection.tests.makers import BANDS, case, entry, fieldwork, question

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
COUNTS = {"0-5": (3, 4), "6-14": (6, 14), "15-30": (17, 29), "over-30": (261, 40_961)}
WORDS = ("Anna på tredje våningen", "Berit, som ringde i går")
LONG_AGO = datetime(2026, 4, 1, tzinfo=UTC)


def write(field: Any, which: int) -> None:
    """One municipality for each band, every other one with words of its own."""
    for at, (band, counts) in enumerate(COUNTS.items(), start=1):
        by = field.cases.get(code=f"{at:04}")
        entry(by, "q8", {"number": str(counts[which]), "options": [band]}, at=LONG_AGO)
        entry(by, "q9", {"number": str(counts[which])}, at=LONG_AGO)
        entry(by, "q10", {"text": f"{WORDS[which]} {counts[which]}"}, at=LONG_AGO)
        entry(by, "b1", {"options": ["chef"], "text": WORDS[which]}, at=LONG_AGO)
        entry(by, "q11", missing="refused", why=WORDS[which], at=LONG_AGO)


def everything(round_: Round) -> dict[str, bytes]:
    """Every public byte of a round."""
    found = {f"data/{file.name}": file.content for file in files_for(round_)}
    for language in ("sv", "en"):
        with override(language):
            for _, address in round_pages(round_):
                answer = Client().get(address)
                assert answer.status_code == 200, address
                found[address] = answer.content
            report = compose_report(round_, language)
        found[f"report.{language}.pdf"] = render_pdf(report)
    for name in ("q8.svg", "q8.csv", "q8.json", "q9.json"):
        found[name] = Client().get(f"/2031/fragor/{name.partition('.')[0]}/{name}").content
    return found


def test_other_counts_in_the_same_bands_change_no_byte():
    # Given a round with a 3 in it, built and published
    field = fieldwork(
        question("b1", "single", ("chef", "annan"), coded=True),
        question("q8", "count", BANDS, persons=True),
        question("q9", "integer", persons=True),
        question("q10", "text"),
        question("q11", "integer"),
        code="2031",
    )
    for number in range(1, len(COUNTS) + 2):
        case(field, number)
    write(field, 0)
    first = build(field, draft=False, edition=1, published_on=DAY)
    digest, before = digest_of(first), everything(first)
    # When every count and every word is another one, in the same band
    write(field, 1)
    second = build(field, draft=False, edition=1, published_on=DAY)
    # Then not one byte of what can be had has changed
    after = everything(second)
    assert sorted(after) == sorted(before)
    assert [name for name in before if before[name] != after[name]] == []
    assert digest_of(second) == digest
    # And no row of the analysis holds a number, nor has it anywhere to hold a word
    assert not [field.name for field in Answer._meta.get_fields() if isinstance(field, models.TextField)]
    assert not Answer.objects.filter(number__isnull=False).exists()
    for content in before.values():
        assert WORDS[0].encode() not in content


def test_the_comparison_would_see_a_count_that_is_shown():
    field = fieldwork(question("q8", "integer"), code="2031")
    case(field, 1)
    by = field.cases.get()
    entry(by, "q8", {"number": "3"}, at=LONG_AGO)
    before = {file.name: file.content for file in files_for(build(field, draft=False, edition=1, published_on=DAY))}
    entry(by, "q8", {"number": "4"}, at=LONG_AGO)
    after = {file.name: file.content for file in files_for(build(field, draft=False, edition=1, published_on=DAY))}
    assert {name for name in before if before[name] != after[name]} >= {"municipalities.csv", "bredvid-2031.sv.sav"}
