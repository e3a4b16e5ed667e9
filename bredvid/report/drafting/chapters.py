"""The drafted report: a chapter for each part of the questionnaire, between what comes before and after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import override

from bredvid.report.claims.chapter import LANGUAGES, Language
from bredvid.report.drafting.answers import label, lead, question_text
from bredvid.report.drafting.findings import finding, key_items, rule
from bredvid.report.drafting.material import Item, Material, material_of
from bredvid.report.drafting.sentences import paragraph, say
from bredvid.report.drafting.site import site_texts
from bredvid.report.drafting.templates import filled
from bredvid.review.models import Round, Section

# The chapter that only a person can write: as long as it is the machine's, it is left out of what is published.
UNWRITTEN = "forord"
# Chapters are numbered so far apart that one can be put between two others.
BETWEEN = 10
_BEFORE = ("forord", "sammanfattning", "sa-gjordes-granskningen", "vilka-svarade")
_AFTER = ("rekommendationer", "kvalitet", "kommunerna")


@dataclass(frozen=True)
class Drafted:
    """A chapter as the machine wrote it. `kind` is as in models.ChapterVersion."""

    kind: str
    language: Language
    number: int
    slug: str
    text: str


def draft_report(round_: Round) -> list[Drafted]:
    """The report of a round in both languages, and the site's texts that speak of it.

    Any round with any questionnaire has one. Every number in it is a binding and so are the questionnaire's own words,
    so that it passes the check of claims however the questions are worded.
    """
    material = material_of(round_)
    return [chapter for language in LANGUAGES for chapter in _in_language(material, language)]


def _in_language(material: Material, language: Language) -> Iterator[Drafted]:
    with override(language):
        texts = [*_before(material, language), *_sections(material, language), *_after(material, language)]
        for kind, chapters in (("report", texts), ("site", [*site_texts(material, language)])):
            for at, (slug, text) in enumerate(chapters, start=1):
                yield Drafted(kind, language, at * BETWEEN, slug, _tidy(text))


def _before(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    values = {
        "rate": say("rate", language) if material.base.frame else "",
        "findings": _numbered(material, language),
        "rule": rule(material, language),
        "reach": _reach(material, language),
        "fieldwork": say("fieldwork", language) if material.round.fieldwork_sv else "",
        "days": paragraph(
            say("answer_by", language) if material.has_answer_by else "",
            say("reminders", language) if material.has_reminders else "",
        ),
    }
    for slug in _BEFORE:
        empty = slug == "sammanfattning" and not key_items(material)
        yield slug, filled("sammanfattning-utan-svar" if empty else slug, language, **values)


def _sections(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    taken: set[str] = {*_BEFORE, *_AFTER}
    for section, items in material.sections:
        paragraphs = [text for item in items for text in question_text(item, language)]
        body = _once(say("persons", language), "\n\n".join(text for text in paragraphs if text))
        title = f"---\ntitle: [[section {section.code}]]\nscope: respondents\n---\n"
        yield _slug(section, taken), title + body


def _once(sentence: str, text: str) -> str:
    """The text with only the first of equal sentences."""
    first, found, rest = text.partition(sentence)
    return first + found + rest.replace(f" {sentence}", "")


def _after(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    # Only what a source claims can fail to close.
    has_ledger = material.round.claims.exists()
    values = {"measured": _measured(material, language), "ledger": "\n{{ledger}}" if has_ledger else ""}
    for slug in _AFTER:
        yield slug, filled(slug, language, **values)


def _numbered(material: Material, language: Language) -> str:
    return "\n".join(f"{at}. {finding(item, language)}" for at, item in enumerate(key_items(material), start=1))


def _measured(material: Material, language: Language) -> str:
    """Under each recommendation what was answered to the questions that measure it."""
    by_code: dict[str, list[Item]] = {}
    for item in material.items:
        if item.recommendation and item.can_be_bound and item.result.base.asked and lead(item, language):
            by_code.setdefault(item.recommendation, []).append(item)
    blocks = []
    for code in sorted(by_code):
        lines = "\n".join(f"- {finding(item, language)}" for item in by_code[code])
        blocks.append(f"### [[recommendation {code.lower()}]]\n\n{lines}")
    return "\n\n".join([say("measured", language), *blocks]) if blocks else say("not_measured", language)


def _reach(material: Material, language: Language) -> str:
    """What the first result says of the whole frame. Nothing, where everybody answered."""
    items = key_items(material)
    if not items or not material.base.silent:
        return ""
    first = items[0].counted[0]
    return filled("rackvidd", language, q=items[0].code, o=first.option, label=label(items[0], first.option))


def _slug(section: Section, taken: set[str]) -> str:
    """The chapter's address: the section's code, which no other chapter has."""
    wanted = slug = f"del-{section.code.replace('_', '-').lower()}"
    number = 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    taken.add(slug)
    return slug


def _tidy(text: str) -> str:
    """No double spaces or empty lines where something was left out."""
    lines = [line.replace("  ", " ").rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
