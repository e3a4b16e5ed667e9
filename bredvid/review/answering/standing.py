"""How far a municipality has come: which questions are put to it, what is answered and what is lacking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from bredvid.review.answering.given import EXPLAINED, reason_in
from bredvid.review.expressions import Form, Value, evaluate, own_value_of, relevance
from bredvid.review.expressions.form import NOT_PUT
from bredvid.review.expressions.hearing import heard
from bredvid.review.fieldwork.saving import latest_entries
from bredvid.review.forms import form_of, sections_of
from bredvid.review.models import Case, Entry, Missing, Question, Section


class Lack(StrEnum):
    """What stands between a question and handing in."""

    ANSWER = "answer"
    WHY = "why"
    RULE = "rule"


@dataclass(frozen=True)
class SectionStanding:
    """One part of the form, as far as it has come. `place` counts the parts that are put, from 1."""

    section: Section
    place: int
    questions: Sequence[Question]
    answered: int
    lacking: int

    @property
    def done(self) -> bool:
        """Whether nothing is lacking, and something was answered."""
        return not self.lacking and self.answered > 0


@dataclass(frozen=True)
class Standing:
    """A case with its form and the entries that hold, read once for a page."""

    case: Case
    form: Form
    sections: Sequence[Section]
    questions: Mapping[str, Question]
    entries: Mapping[str, Entry]

    @cached_property
    def answers(self) -> Mapping[str, Value]:
        """The typed answers, for conditions."""
        return {
            code: heard(self.form.by_code[code], entry.value, entry.missing)
            for code, entry in self.entries.items()
            if code in self.form.by_code
        }

    @cached_property
    def put(self) -> Mapping[str, bool]:
        """Whether each question is put, by code."""
        return relevance(self.form, self.answers)

    @cached_property
    def known(self) -> Mapping[str, Value]:
        """The answers that count: those to questions that are put."""
        return {code: value for code, value in self.answers.items() if self.put[code]}

    def is_answered(self, code: str) -> bool:
        """Whether it has a value, or a reason why not."""
        entry = self.entries.get(code)
        return entry is not None and entry.missing != Missing.BLANK

    def lack(self, code: str) -> Lack | None:
        """What is lacking of a question before the whole can be handed in."""
        question = self.form.by_code[code]
        if question.kind in NOT_PUT or not self.put[code]:
            return None
        if not self.is_answered(code):
            return Lack.ANSWER if question.required else None
        entry = self.entries[code]
        if reason_in(self.questions[code], entry.value, entry.missing) in EXPLAINED and not entry.why:
            return Lack.WHY
        return None if fulfils(self.form, code, self.known, self.entries[code].value) else Lack.RULE

    @cached_property
    def lacking(self) -> Mapping[str, Lack]:
        """Every question that something is lacking of, in the form's order."""
        return {each.code: lack for each in self.form.questions if (lack := self.lack(each.code)) is not None}

    @cached_property
    def parts(self) -> list[SectionStanding]:
        """The sections with something to answer, in order."""
        found: list[SectionStanding] = []
        for section in self.sections:
            asked = [question for question in self.asked(section) if self.put[question.code]]
            if asked:
                codes = [question.code for question in asked]
                answered = sum(self.is_answered(code) for code in codes)
                lacking = sum(code in self.lacking for code in codes)
                found.append(SectionStanding(section, len(found) + 1, asked, answered, lacking))
        return found

    def asked(self, section: Section) -> list[Question]:
        """The questions of a section that can be put to somebody."""
        return [
            question
            for question in self.questions.values()
            if question.section_id == section.pk and question.kind not in NOT_PUT
        ]

    @cached_property
    def newest(self) -> int:
        """The number of the newest entry: somebody who has read the answers has read up to here."""
        return max((entry.pk for entry in self.entries.values()), default=0)


def standing_of(case: Case) -> Standing:
    """Reads how far a case has come, in a few queries."""
    return replace(unanswered(case), entries=latest_entries([case])[case.pk])


def unanswered(case: Case) -> Standing:
    """The case's form with nobody's answers in it: to be read before anything is answered."""
    questionnaire = case.fieldwork.questionnaire
    sections = sections_of(questionnaire)
    questions = {question.code: question for section in sections for question in section.questions.all()}
    return Standing(case, form_of(questionnaire, sections), sections, questions, {})


def standing_now(before: Standing, case: Case) -> Standing:
    """The same case read again after something was written: the form is as it was, the entries are not."""
    return replace(before, case=case, entries=latest_entries([case])[case.pk])


def fulfils(form: Form, code: str, answers: Mapping[str, Value], stored: Mapping[str, Any]) -> bool:
    """Whether an answer in plain form fulfils the question's own condition; no answer always does."""
    question = form.by_code[code]
    value = own_value_of(question.kind, stored)
    return question.constraint is None or value is None or evaluate(question.constraint, answers, value)
