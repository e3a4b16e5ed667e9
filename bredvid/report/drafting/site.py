"""The site's texts that speak of a round: the findings of the first page, the pages for each reader, the method."""

from collections.abc import Iterator

from bredvid.report.claims.chapter import CHAPTERS, Language
from bredvid.report.drafting.answers import label
from bredvid.report.drafting.findings import finding, key_items
from bredvid.report.drafting.material import Material
from bredvid.report.drafting.templates import filled

# As many as the first page has room for.
FINDINGS = 5
# A text that speaks of no round, and is the same for all.
_SAME_FOR_ALL = ("om", CHAPTERS / "site")


def site_texts(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    """Slug and text of each, in order."""
    items = key_items(material, FINDINGS)
    findings = [finding(item, language) for item in items]
    values = {
        "root": "" if language == "sv" else f"/{language}",
        "code": material.round.code,
    }
    yield "fynd", filled("fynd" if findings else "fynd-utan-svar", language, findings="\n\n".join(findings))
    yield "for-kommun", filled("for-kommun", language, **values)
    yield "for-jour", filled("for-jour", language, findings="\n".join(f"- {said}" for said in findings[:3]), **values)
    yield "for-press", filled("for-press", language, example=_example("exempel-press", material, language), **values)
    yield "om", _same_for_all(language)
    yield "metod", filled("metod", language, example=_example("exempel-metod", material, language))


def _example(name: str, material: Material, language: Language) -> str:
    """What the first result says of the whole frame. Nothing where there is none, or where everybody answered."""
    items = key_items(material)
    if not items or not material.base.silent:
        return ""
    first = items[0].counted[0]
    values = {"root": "" if language == "sv" else f"/{language}", "code": material.round.code}
    said = label(items[0], first.option)
    return filled(name, language, q=items[0].code, o=first.option, label=said, **values)


def _same_for_all(language: Language) -> str:
    slug, folder = _SAME_FOR_ALL
    (path,) = (folder / language).glob(f"*-{slug}.md")
    return path.read_text(encoding="utf-8")
