"""What the conditions of later questions hear of an answer: the one place that says so, for pages and for figures."""

from collections.abc import Mapping
from typing import Any

from bredvid.review.expressions.form import FormQuestion
from bredvid.review.expressions.nodes import Value
from bredvid.review.expressions.wire import value_of


def heard(question: FormQuestion, stored: Mapping[str, Any], missing: str = "") -> Value:
    """The typed answer. A reason that the questionnaire itself offers is heard as that answer, any other as none."""
    if option := offered(question, missing):
        return value_of(question.kind, {"options": [option]})
    return None if missing else value_of(question.kind, stored)


def offered(question: FormQuestion, missing: str) -> str | None:
    """The code of the option that stands for a reason; None where the questionnaire offers none."""
    return next((option.code for option in question.options if missing and option.missing == missing), None)
