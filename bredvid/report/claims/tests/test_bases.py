"""No figure without its base, near enough for the eye."""

import pytest

from bredvid.report.claims.tests.makers import messages


@pytest.mark.parametrize(
    "body",
    [
        "[[q2.nej]] kommuner sade nej.",
        "Av [[base.answered]] svarade.\n\n[[q2.nej]] kommuner sade nej.",
        "{{figure q3}}\n\n[[q2.nej]] kommuner sade nej.",
        "- nej: [[q2.nej]]\n- ja: [[q2.ja]]",
        "[[q2.nej|percent]] sade nej, och [[q2.unaccounted]] är inte redovisade.",
    ],
)
def test_a_count_alone_is_a_fault(body):
    assert [fault for fault in messages(f"{body}\n") if "stands without its base" in fault]


@pytest.mark.parametrize(
    "body",
    [
        "Av [[base.answered]] kommuner sade [[q2.nej]] nej.",
        "Av [[base.answered]] sade:\n\n- nej: [[q2.nej]]\n- ja: [[q2.ja]]",
        "{{figure q2}}\n\n[[q2.nej]] kommuner sade nej.",
        "[[q2.nej]] sade nej: [[q2.nej|interval]] av alla.",
    ],
)
def test_a_count_with_a_base_beside_or_above_it_passes(body):
    assert messages(f"{body}\n") == []
