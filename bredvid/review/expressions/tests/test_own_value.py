"""What a question's own condition speaks of: of a count its number, never its band."""

from decimal import Decimal

from bredvid.review.expressions import own_value_of


def test_a_count_speaks_of_its_number_also_when_its_band_is_known():
    assert own_value_of("count", {"options": ["over-30"], "number": "45"}) == Decimal(45)


def test_a_count_known_by_its_band_alone_has_no_number_to_judge():
    assert own_value_of("count", {"options": ["0-5"]}) is None
    assert own_value_of("count", None) is None


def test_other_questions_speak_of_what_was_answered():
    assert own_value_of("single", {"options": ["ja"]}) == "ja"
    assert own_value_of("integer", {"number": "12"}) == Decimal(12)
