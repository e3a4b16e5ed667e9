"""Conditions in a questionnaire, in XLSForm's own syntax: which questions are put, and what an answer must fulfil.

Pure Python. What can be written, and what no answer means, stands in docs/reference/expressions.md.
"""

from bredvid.review.expressions.checking import Problem, check_questionnaire
from bredvid.review.expressions.evaluating import evaluate
from bredvid.review.expressions.form import Form, FormOption, FormQuestion, form_from
from bredvid.review.expressions.nodes import Expression, ExpressionError, Value, questions_in
from bredvid.review.expressions.parsing import parse
from bredvid.review.expressions.relevance import relevance
from bredvid.review.expressions.wire import own_value_of, value_of
from bredvid.review.expressions.words import describe, describe_relevance, describe_rule
from bredvid.review.expressions.writing import to_text

__all__ = [
    "Expression",
    "ExpressionError",
    "Form",
    "FormOption",
    "FormQuestion",
    "Problem",
    "Value",
    "check_questionnaire",
    "describe",
    "describe_relevance",
    "describe_rule",
    "evaluate",
    "form_from",
    "own_value_of",
    "parse",
    "questions_in",
    "relevance",
    "to_text",
    "value_of",
]
