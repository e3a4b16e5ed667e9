"""Which results are told first. The rule is stated in the text, so that nobody has to guess why just these.

A question can be told first if all that took part were asked it, somebody's answer is accounted for and it is not
answered in own words or numbers. First come those that measure a recommendation, one for each; then, until there are
enough, one from each section in the form's order.
"""

from collections.abc import Iterator

from bredvid.report.claims.chapter import Language
from bredvid.report.drafting.answers import lead
from bredvid.report.drafting.material import Item, Material
from bredvid.report.drafting.sentences import say
from bredvid.review.models import Question

MOST = 6
# A question longer than this is named by its short name.
LONGEST = 160
_CLOSED = (Question.Kind.SINGLE, Question.Kind.MULTIPLE, Question.Kind.ORDINAL, Question.Kind.COUNT)


def key_items(material: Material, most: int = MOST) -> list[Item]:
    """The questions that are told first, by the rule."""
    chosen: dict[str, Item] = {}
    seen: set[str] = set()
    for place, item in (*_measuring(material), *_by_section(material)):
        if item.code not in chosen and place not in seen and len(chosen) < most:
            chosen[item.code] = item
            seen.add(place)
    return list(chosen.values())


def finding(item: Item, language: Language) -> str:
    """A question and what most answered to it, as one line."""
    name = "finding" if len(item.question.label("text")) <= LONGEST else "finding_short"
    return say(name, language, q=item.code, said=lead(item, language))


def rule(material: Material, language: Language) -> str:
    """The rule, in words."""
    measured = any(_measuring(material))
    return say("rule_recommendations" if measured else "rule_order", language)


def _measuring(material: Material) -> Iterator[tuple[str, Item]]:
    for item in material.items:
        if item.recommendation and _can_be_told(item):
            yield item.recommendation, item


def _by_section(material: Material) -> Iterator[tuple[str, Item]]:
    for section, items in material.sections:
        for item in items:
            if not item.recommendation and _can_be_told(item):
                yield f"section {section.code}", item


def _can_be_told(item: Item) -> bool:
    closed = item.question.kind in _CLOSED and not item.question.coded and item.can_be_bound and item.of_everybody
    return closed and bool(item.result.base.valid) and any(figure.count for figure in item.counted)
