"""Words are found where they stand, whole, and nowhere else."""

import pytest

from bredvid.webaudit.lexicon import current, matcher


def found(text: str, *groups: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in matcher().find(text) if not groups or hit.term.group in groups]


@pytest.mark.parametrize(
    ("group", "text", "passage"),
    [
        ("prostitution", "Är du utsatt i prostitution?", "utsatt i prostitution"),
        ("prostitution", "Hon får sex mot ersättning", "sex mot ersättning"),
        ("prostitution", "Stöd vid sex mot\nersättning.", "sex mot\nersättning"),
        ("prostitution", "stöd vid PROSTI\u00adTUTION", "PROSTI\u00adTUTION"),
        ("prostitution", "att sälja\u00a0sex", "sälja\u00a0sex"),
        ("prostitution", "Det är aldrig ditt fel att du sålt sex", "sålt sex"),
        ("prostitution", "du som byter sex mot någonstans att sova", "sex mot någonstans att sova"),
        ("prostitution", "Har någon betalat dig, eller gett dig något, för sex?", "gett dig något, för sex"),
        ("prostitution", "Have you been paid for sex?", "paid for sex"),
        ("purchase", "köp av sexuell tjänst är ett brott", "köp av sexuell tjänst"),
        ("exploitation", "människohandel för sexuella ändamål", "människohandel för sexuella ändamål"),
        ("pornography", "utsatt i pornografin", "utsatt i pornografin"),
        ("pornography", "deepfake-porr på dig", "deepfake-porr"),
        ("form", "träffat en Sugar-Daddy på nätet", "Sugar-Daddy"),
        ("form", "en sugar baby", "sugar baby"),
        ("form", "sugardejting, sugardating", "sugardejting"),
        ("form", "två sugardaddies", "sugardaddies"),
        ("form", "ett Only Fans-konto", "Only Fans"),
        ("form", "har du sålt nakna bilder på dig själv", "sålt nakna bilder"),
        ("form", "han hotar att sprida nakna bilder på dig", "hotar att sprida nakna bilder"),
        ("form", "hot om att sprida bilder", "hot om att sprida bilder"),
        ("form", "en pojkvän som tjatade och till slut tog betalt", "pojkvän som tjatade och till slut tog betalt"),
        ("form", "eskort och camma", "camma"),
        ("unit", "Ring Relationsvåldsteamet idag", "Relationsvåldsteamet"),
        ("unit", "Mikamottagningen finns i stan", "Mikamottagningen"),
        ("unit", "Enheten för stöd och behandling har öppet", "Enheten för stöd och behandling"),
        ("unit_ordinary", "Stödenheten har öppet", "Stödenheten"),
        ("shelter", "Ring Tjejjouren Måns i Exempelby", "Tjejjouren Måns i Exempelby"),
        ("shelter", "Olivias kvinnojour har öppet", "Olivias kvinnojour"),
        ("shelter", "Ring Exempelkommuns kvinnojour, 08-555 01 23", "Exempelkommuns kvinnojour"),
        ("shelter_unnamed", "Det finns en kvinnojour i länet", "kvinnojour"),
        ("buyer_service", "KAST tar emot män", "KAST"),
        ("anonymity_in_other_words", "Du behöver inte säga vad du heter.", "behöver inte säga vad du heter"),
        ("anonymity_in_other_words", "Du måste inte uppge ditt namn", "måste inte uppge ditt namn"),
        ("anonymity_in_other_words", "stöd utan att uppge namn", "utan att uppge namn"),
        ("anonymity", "du kan vara anonym", "anonym"),
        ("contact", "ring 112 nu", "112"),
    ],
)
def test_a_word_is_found_as_it_stands_in_the_text(group, text, passage):
    assert any(passage in hit for hit in found(text, group))


@pytest.mark.parametrize(
    ("group", "text"), [(group.id, text) for group in current().groups.values() for text in group.false_hits]
)
def test_a_false_hit_of_a_group_is_not_found(group, text):
    assert found(text, group) == []


NAMING = ("prostitution", "pornography", "form", "images", "hiding", "purchase", "exploitation")


@pytest.mark.parametrize(
    "text",
    [
        "Sluta sporra honom", "rapportera felet", "sextio elever", "hon är sexton år", "en sexa i betyg",
        "gå till exit i hallen", "Ed, Mora, Berg och Mark är kommuner", "mark till salu", "sexuell hälsa",
        "camping vid sjön", "nude är en färg", "swish 123 456", "sugar i kaffet", "Ford Escort", "portot höjs",
        "webbkamera i mötet", "bilder från invigningen", "polisen eskorterade bussen", "eskort vid begravningen",
        "sex mot din vilja", "De fick sex mot ett", "klockan sex", "vi säljer bilar", "massage för alla",
    ],
)  # fmt: skip
def test_words_that_only_look_alike_name_nothing(text):
    assert found(text, *NAMING) == []


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("uppgifterna anonymiseras", ("anonymity",)),
        ("anonym visselblåsning", ("anonymity",)),
        ("Anonyma Alkoholister", ("anonymity",)),
        ("021-112 33 44", ("contact",)),
        ("socialjouren, tandvårdsjouren, jourläkaren och jourhavande präst", ("shelter", "shelter_unnamed")),
        ("Lokal kvinnojour finns", ("shelter",)),
        ("kasta bollen", ("buyer_service",)),
        ("en erfarenhet och en lägenhet", ("unit",)),
    ],
)
def test_a_word_in_another_sense_is_no_hit_of_its_group(text, groups):
    assert found(text, *groups) == []


def test_within_a_group_the_longest_counts_and_groups_do_not_disturb_each_other():
    hits = matcher().find("utsatt i prostitution")
    assert [hit.term.lemma for hit in hits if hit.group == "prostitution"] == ["utsatt i prostitution"]
    assert "exposed" in {hit.group for hit in hits}


def test_a_gap_ends_with_the_sentence():
    assert found("Han hotar. De sprida bilder", "form") == []


def test_nothing_reaches_over_the_mark_between_blocks():
    assert found("Han hotar att \u241e sprida bilder", "form") == []


def test_utsatta_is_never_the_verb():
    from bredvid.webaudit.lexicon.lemmas import lemma

    assert lemma("utsatta") == "utsatt"


def test_a_word_that_is_not_listed_is_found_by_its_lemma():
    assert found("prostitutionernas villkor", "prostitution") == ["prostitutionernas"]


def test_a_unit_named_for_the_subject_does_not_name_the_subject():
    assert found("Prostitutionsgruppen svarar", "prostitution") == []
    assert found("Prostitutionsgruppen svarar", "unit") == ["Prostitutionsgruppen"]


def test_a_letter_whose_accent_stands_by_itself_is_another_letter():
    assert not [hit for hit in matcher().find("ha sexİ") if hit.term.lemma == "ha sex"]
