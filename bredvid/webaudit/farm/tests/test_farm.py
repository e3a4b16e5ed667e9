"""The invented sites: the same each time, varied, nobody's, and with every trap of the trade."""

import re
from collections import Counter

import pytest

from bredvid.webaudit.farm.odd import LINKS
from bredvid.webaudit.farm.places import MANY, PLACES, place_at
from bredvid.webaudit.farm.sheets import help_path
from bredvid.webaudit.farm.site import FarmSite, farm_site
from bredvid.webaudit.farm.traits import CHOICES, FAULTS, traits_of

SOUND = [number for number in range(1, MANY + 1) if number not in FAULTS]


def body(number, path="/"):
    return farm_site(number).reply(path, {}).body.decode("utf-8", errors="replace")


def test_there_are_as_many_as_there_are_municipalities_and_none_is_real():
    assert len(PLACES) == 290
    assert {place.code for place in PLACES} == {str(code) for code in range(9001, 9291)}
    assert all(place.host.endswith(".test") and place.name.startswith("Exempelkommun ") for place in PLACES)


@pytest.mark.parametrize("host", ["stockholm.se", "exempelkommun-1.test", "exempelkommun-291.test", "x.test", ""])
def test_a_host_that_is_not_the_farms_is_nobodys(host):
    assert place_at(host) is None


def test_a_host_is_known_with_www_and_port():
    assert place_at("www.Exempelkommun-007.test:8765") == PLACES[6]


def test_a_site_answers_the_same_each_time():
    number = SOUND[4]
    again = FarmSite(PLACES[number - 1], traits_of(number))
    assert [again.reply(path, {}).body for path in again.sheets] == [
        farm_site(number).reply(path, {}).body for path in again.sheets
    ]


def test_another_seed_makes_other_sites():
    assert [traits_of(number).chosen for number in SOUND] != [traits_of(number, seed="b").chosen for number in SOUND]


@pytest.mark.parametrize("trait", CHOICES)
def test_every_way_to_be_occurs(trait):
    drawn = Counter(traits_of(number)[trait] for number in SOUND)
    assert set(drawn) == {name for name, _ in CHOICES[trait]}


def test_some_sites_have_changed_in_the_next_edition_and_most_have_not():
    changed = [number for number in SOUND if traits_of(number).chosen != traits_of(number, edition=2).chosen]
    assert 20 < len(changed) < 100


@pytest.mark.parametrize("number", SOUND[::23])
def test_every_link_of_an_ordinary_page_leads_somewhere(number):
    site = farm_site(number)
    for path in site.sheets:
        if path != "/om-webbplatsen":
            for href in re.findall(r'href="(/[^"]*)"', body(number, path)):
                if not href.startswith(("/sok", "/logga-in", "/dokument/blankett")):
                    assert site.reply(href, {}).status == 200, (path, href)


@pytest.mark.parametrize("number", SOUND[::23])
def test_the_help_page_is_as_many_clicks_away_as_was_drawn(number):
    site, far = farm_site(number), {"/": 0}
    for path in (queue := ["/"]):
        for href in re.findall(r'href="(/[^"#?;]*)"', body(number, path)):
            if href not in far and href in site.sheets and path != "/om-webbplatsen":
                far[href] = far[path] + 1
                queue.append(href)
    assert far[help_path(site.traits)] == int(site.traits["depth"])


def test_pages_are_asked_for_only_if_they_have_changed():
    number = next(each for each in SOUND if traits_of(each)["conditional"] == "etag")
    first = farm_site(number).reply("/", {})
    assert farm_site(number).reply("/", {"if-none-match": first.headers["ETag"]}).status == 304


def test_folded_text_and_script_state_occur_as_on_real_sites():
    pages = [body(number, farm_site(number).help_path) for number in SOUND]
    for sign in (
        "<details>",
        'aria-controls="panel-0"',
        "AppRegistry.registerInitialState",
        "cookie-banner",
        "quick-exit",
    ):
        assert any(sign in each for each in pages)


def test_the_long_list_is_as_long_as_it_says():
    number = next(each for each in SOUND if traits_of(each)["trap"] == "list")
    assert body(number, "/alla-sidor").count("<a href") == LINKS


def test_the_linked_pdf_can_be_read():
    import pypdfium2

    document = pypdfium2.PdfDocument(farm_site(SOUND[0]).reply("/dokument/handlingsplan.pdf", {}).body)
    assert "Handlingsplan mot våld" in document[0].get_textpage().get_text_range()
    document.close()
