"""Shape and constraints: a round is data, and nothing here knows of a particular year."""

from bredvid.review.models.bilingual import Bilingual
from bredvid.review.models.coding import Code, CodeFrame
from bredvid.review.models.crosswalk import Correspondence, Crosswalk
from bredvid.review.models.entry import Entry, ImportBatch
from bredvid.review.models.fieldwork import Case, Fieldwork
from bredvid.review.models.link import Letter, Link
from bredvid.review.models.publication import Publication
from bredvid.review.models.questionnaire import Missing, Option, Question, Questionnaire, Section
from bredvid.review.models.round import Answer, Outcome, Respondent, Round
from bredvid.review.models.source import Claim, Mention, PublishedFigure, Quote
from bredvid.review.models.submission import Submission

__all__ = [
    "Answer",
    "Bilingual",
    "Case",
    "Claim",
    "Code",
    "CodeFrame",
    "Correspondence",
    "Crosswalk",
    "Entry",
    "Fieldwork",
    "ImportBatch",
    "Letter",
    "Link",
    "Mention",
    "Missing",
    "Option",
    "Outcome",
    "Publication",
    "PublishedFigure",
    "Question",
    "Questionnaire",
    "Quote",
    "Respondent",
    "Round",
    "Section",
    "Submission",
]
