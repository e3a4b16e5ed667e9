"""Every kind of note in the ledger has a name in both languages."""

import pytest

from bredvid.report.claims.quality import kind_title
from bredvid.review.rules.finding import Kind


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_kind_has_a_name(kind, language):
    assert kind_title(kind, language)
