"""Shape and constraints: a round is data, and nothing here knows of a particular year."""

from bredvid.review.models.bilingual import Bilingual
from bredvid.review.models.coding import Code, CodeFrame
from bredvid.review.models.questionnaire import Missing, Option, Question, Questionnaire, Section
from bredvid.review.models.round import Answer, Respondent, Round
from bredvid.review.models.source import Claim, Mention, PublishedFigure, Quote

__all__ = [
    "Answer",
    "Bilingual",
    "Claim",
    "Code",
    "CodeFrame",
    "Mention",
    "Missing",
    "Option",
    "PublishedFigure",
    "Question",
    "Questionnaire",
    "Quote",
    "Respondent",
    "Round",
    "Section",
]
