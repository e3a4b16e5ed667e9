"""A question's page: drawn, as a table, with how far it reaches, and no more than the source bears."""

import json
import re
from xml.etree import ElementTree

import pytest


def page(reader, path: str) -> str:
    return str(reader.get(path).content, "utf-8")


def test_the_table_gives_count_shares_interval_and_bounds(reader):
    body = page(reader, "/2025/fragor/q2/")
    row = re.search(r'<tr id="nej">.*?</tr>', body, re.DOTALL)
    assert row is not None
    cells = [cell.strip() for cell in re.findall(r'<td class="figure">(.*?)</td>', row[0])]
    assert cells == ["66", "90,4\xa0%", "94,3\xa0%", "240–276", "66–286"]


def test_words_without_a_number_are_words_and_never_a_bar(reader):
    body = page(reader, "/2025/fragor/q6/")
    main = body[body.index("<main") : body.index("</main>")]
    assert "majoriteten" in main
    assert "antal ej redovisat" in main
    assert "t-absent" not in main
    assert 'class="interval"' not in main


def test_answers_that_may_overlap_are_drawn_one_by_one(reader):
    body = page(reader, "/2025/fragor/q3/")
    assert 'class="wide"' not in body
    assert body.count('class="strip"') == 3


@pytest.mark.parametrize("question", ["q2", "q3", "q4", "q8"])
def test_totals_only_means_no_group_no_county_and_no_map(reader, question):
    body = page(reader, f"/2025/fragor/{question}/")
    assert "Därför finns ingen siffra per grupp" in body
    assert 'class="breakdown"' not in body
    assert reader.get(f"/2025/karta/{question}/").status_code == 404


def test_the_map_of_2025_says_that_it_is_no_map_of_answers(reader):
    body = page(reader, "/2025/karta/")
    assert "ingen karta över svaren" in body
    assert "svarade inte" not in body.lower()
    assert body.count('class="cell t-') == 290


def test_a_round_with_rows_has_them_by_group_and_county(reader):
    body = page(reader, "/demo/fragor/q2/")
    assert body.count('class="breakdown"') == 2
    groups, counties = re.findall(r'class="breakdown">.*?</details>', body, re.DOTALL)
    for table, size in ((groups, 9), (counties, 21)):
        rows = re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", table, re.DOTALL)
        assert len(rows) == size
        answered = [int(re.findall(r'<td class="figure">(\d+)</td>', row)[-2]) for row in rows]
        asked = [int(re.findall(r'<td class="figure">(\d+)</td>', row)[-1]) for row in rows]
        assert (sum(answered), sum(asked)) == (73, 290)


@pytest.mark.parametrize(("path", "kind"), [("q2.svg", "image/svg+xml"), ("q3.svg", "image/svg+xml")])
def test_a_drawing_can_be_taken_away_with_its_source(reader, path, kind):
    answer = reader.get(f"/2025/fragor/{path[:2]}/{path}")
    root = ElementTree.fromstring(answer.content)
    words = " ".join(root.itertext())
    assert answer.headers["Content-Type"] == kind
    assert "73 av 290 kommuner svarade" in words
    assert "Källa" in words


def test_a_drawing_of_the_demonstration_says_demo(reader):
    assert "DEMO" in reader.get("/demo/fragor/q2/q2.svg").content.decode()


def test_figures_can_be_taken_away_as_values(reader):
    answer = reader.get("/2025/fragor/q2/q2.json")
    figures = {figure["option"]: figure for figure in json.loads(answer.content)["figures"]}
    assert figures["nej"]["count"] == 66


def test_a_question_that_is_not_there_is_not_found(reader):
    assert reader.get("/2025/fragor/q99/").status_code == 404
    assert reader.get("/2025/fragor/q2/q3.svg").status_code == 404
    assert reader.get("/2024/fragor/q2/").status_code == 404


def words_of(body: str) -> str:
    main = body[body.index("<main") : body.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_answers_that_may_overlap_leave_no_number_unaccounted_for(reader):
    said = words_of(page(reader, "/2025/fragor/q3/"))
    assert "redovisade" not in said.split("Hur långt det räcker")[0].split("Som tabell")[1].split("Av redovisade")[0]
    assert "ej redovisade i rapporten" not in said
    assert "53,1" not in said + page(reader, "/")


def test_a_published_none_does_not_leave_everybody_unaccounted_for(reader):
    said = words_of(page(reader, "/2025/fragor/q9/"))
    assert "redovisade 0" not in said
    assert "ej redovisade i rapporten" not in said


def test_a_follow_up_claims_nothing_of_the_silent(reader):
    said = words_of(page(reader, "/2025/fragor/q2a/"))
    assert "Gränser 1–4 av 4" in said
    assert "Frågan gäller 4 kommuner" in said
    assert not re.search(r"Intervall 1|100,0|4 av 4 kommuner svarade|0 som teg", said)


def test_a_question_of_which_nothing_is_known_has_no_empty_table(reader):
    assert "<table" not in page(reader, "/2025/fragor/b1/")


def test_what_stands_as_a_quotation_is_the_sources_own_word(reader):
    # "nämns" is how we would put it; the report lists them after "bland annat".
    assert "”nämns”" not in page(reader, "/2025/fragor/q3b/")
    assert "bland annat" in page(reader, "/2025/fragor/q3b/")
