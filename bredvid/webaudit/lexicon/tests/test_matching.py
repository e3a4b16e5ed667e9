"""Words are found where they stand, whole, and nowhere else."""

import pytest

from bredvid.webaudit.lexicon import current, matcher


def found(text: str, group: str = "") -> list[str]:
    return [text[hit.start : hit.end] for hit in matcher().find(text) if group in ("", hit.term.group)]


@pytest.mark.parametrize(
    ("group", "text", "passage"),
    [
        ("prostitution", "Är du utsatt i prostitution?", "utsatt i prostitution"),
        ("prostitution", "Hon får sex mot ersättning", "sex mot ersättning"),
        ("prostitution", "Stöd vid sex mot\nersättning.", "sex mot\nersättning"),
        ("prostitution", "stöd vid PROSTI\u00adTUTION", "PROSTI\u00adTUTION"),
        ("prostitution", "att sälja\u00a0sex", "sälja\u00a0sex"),
        ("purchase", "köp av sexuell tjänst är ett brott", "köp av sexuell tjänst"),
        ("form", "träffat en Sugar-Daddy på nätet", "Sugar-Daddy"),
        ("form", "sugardejting, sugardating", "sugardejting"),
        ("form", "han hotar att sprida nakna bilder på dig", "hotar att sprida nakna bilder"),
        ("form", "ett Only Fans-konto", "Only Fans"),
        ("unit", "Ring Relationsvåldsteamet idag", "Relationsvåldsteamet"),
        ("shelter", "Ring Tjejjouren Måns i Exempelby", "Tjejjouren Måns i Exempelby"),
        ("shelter", "Olivias kvinnojour har öppet", "Olivias kvinnojour"),
        ("anonymity_in_other_words", "Du behöver inte säga vad du heter.", "behöver inte säga vad du heter"),
    ],
)
def test_a_word_is_found_as_it_stands_in_the_text(group, text, passage):
    assert passage in found(text, group)


@pytest.mark.parametrize(
    ("group", "text"), [(group.id, text) for group in current().groups.values() for text in group.false_hits]
)
def test_a_false_hit_of_a_group_is_not_found(group, text):
    assert found(text, group) == []
