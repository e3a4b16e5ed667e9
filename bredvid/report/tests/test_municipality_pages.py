"""What is said of a municipality, and above all what is not."""

import re

import pytest

from bredvid.places.models import Municipality
from bredvid.places.reads import municipalities
from bredvid.review.models import Mention, Respondent
from bredvid.review.reads import respondents_of, round_by_code


def text_of(body: str) -> str:
    main = body[body.index("<main") : body.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.mark.usefixtures("shipped")
def test_nobody_outside_the_nine_is_said_not_to_have_answered(reader):
    # Given the municipalities that the report does not name: 64 of them did answer
    unnamed = [r for r in respondents_of(round_by_code("2025")) if r.state == Respondent.State.NOT_REPORTED]
    assert len(unnamed) == 281
    # When their pages are read, then each says that the report does not say
    for respondent in unnamed[::9]:
        said = text_of(reader.get(f"/2025/kommuner/{respondent.slug}/").content.decode())
        assert "Rapporten säger inte om kommunen svarade." in said
        before_the_whole = said.split("Det här svarade de")[0]
        assert "svarade inte" not in before_the_whole.lower()


@pytest.mark.usefixtures("shipped")
def test_those_named_have_what_is_said_with_its_line(reader):
    mentions = Mention.objects.filter(round="2025").select_related("respondent")
    assert {m.respondent.name for m in mentions if m.kind == Mention.Kind.ANSWERED} == {
        "Stockholm",
        "Göteborg",
        "Umeå",
        "Åsele",
        "Munkfors",
        "Pajala",
        "Trelleborg",
        "Upplands Väsby",
        "Österåker",
    }
    for mention in mentions:
        body = reader.get(f"/2025/kommuner/{mention.respondent.slug}/").content.decode()
        assert mention.lines.replace("-", "–") in body


@pytest.mark.usefixtures("shipped")
def test_no_demonstration_page_bears_a_real_name(reader):
    # Given every real name that is not also an ordinary word of the page
    names = [m.name for m in municipalities()]
    pages = ["/demo/", "/demo/kommuner/", "/demo/karta/", "/demo/fragor/q2/", "/demo/kommuner/exempelkommun-001/"]
    for path in pages:
        said = text_of(reader.get(path).content.decode())
        # A county is real and may hold a municipality's name: it is taken out first.
        for county in set(Municipality.objects.values_list("county__name", flat=True)):
            said = said.replace(county, "")
        found = [name for name in names if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", said)]
        assert [name for name in found if name not in ("Gotland",)] == [], path


@pytest.mark.usefixtures("shipped")
def test_the_list_has_everybody(reader):
    body = reader.get("/2025/kommuner/").content.decode()
    main = body[body.index("<main") :]
    assert len(re.findall(r'<li><a href="/2025/kommuner/[a-z-]+/">', main)) == 290


@pytest.mark.parametrize("order", ["namn", "lan", "grupp", "x"])
def test_the_list_in_each_order_has_everybody_under_headings_of_their_own(reader, order):
    main = reader.get("/2025/kommuner/", {"ordning": order}).content.decode().split("<main")[1]
    names = Municipality.objects.values_list("name", flat=True)
    headings = re.findall(r'<h2 id="([^"]+)"', main)
    assert len(headings) == len(set(headings)) == {"lan": 21, "grupp": 9}.get(order, len({name[0] for name in names}))
    assert len(re.findall(r'<li><a href="/2025/kommuner/[a-z-]+/">', main)) == 290


@pytest.mark.parametrize("typed", ["Upplands Väsby", "upplands vasby", "UPPLANDS VÄSBY", "0114"])
def test_typing_a_whole_name_leads_straight_there(reader, typed):
    answer = reader.get("/2025/kommuner/", {"q": typed})
    assert (answer.status_code, answer.url) == (302, "/2025/kommuner/upplands-vasby/")


def test_typing_a_part_shows_those_that_fit(reader):
    body = reader.get("/2025/kommuner/", {"q": "bor"}).content.decode()
    assert "kommuner stämmer med ”bor”" in body
    assert "/2025/kommuner/ale/" not in body[body.index("<main") :]


def test_typing_nonsense_is_met_with_a_way_on(reader):
    body = reader.get("/2025/kommuner/", {"q": "<b>zzz"}).content.decode()
    assert "Prova med början av namnet" in body
    assert "<b>zzz" not in body
