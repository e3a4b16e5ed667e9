"""A figure on somebody else's page: with its base and its source, and nothing of a reader. No other may be framed."""

import html
import re

import pytest
from django.test import Client
from django.utils import translation

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.report.pages import all_pages
from bredvid.review.models import Round
from bredvid.review.tests.trend_makers import form, held

EMBEDDED = "/2025/fragor/q2/inbaddad/"


def policy(answer) -> dict[str, list[str]]:
    parts = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {part[0]: part[1:] for part in parts}


def words_of(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def draft_beside_a_round() -> None:
    place = form(1, {"q1": ["ja", "nej"]})
    held(place, 2025, {"q1": {"ja": 2}})
    held(place, 2026, {"q1": {"ja": 3}}, draft=True, code="2026-utkast")


@pytest.mark.parametrize("path", [EMBEDDED, "/en" + EMBEDDED, "/demo/fragor/q8/inbaddad/"])
def test_an_embedded_figure_may_be_framed_by_anybody(reader, path):
    answer = reader.get(path)
    assert answer.status_code == 200
    assert policy(answer)["frame-ancestors"] == ["*"]
    assert "X-Frame-Options" not in answer.headers


def test_it_runs_nothing_and_asks_nobody_else(reader):
    answer = reader.get(EMBEDDED)
    body = answer.content.decode()
    assert policy(answer)["script-src"] == ["'none'"]
    assert policy(answer)["default-src"] == ["'none'"]
    assert "<script" not in body
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", body)
    assert all(address.startswith("/") for address in re.findall(r'(?:src|href)="([^"]+)"', body))
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_it_has_its_base_its_source_and_a_way_back(reader):
    answer = reader.get(EMBEDDED)
    said = words_of(answer)
    assert "66 Nej" in said
    assert "73 av 290 kommuner svarade." in said
    assert "Källa:" in said
    assert 'href="/2025/fragor/q2/" target="_blank" rel="noopener"' in answer.content.decode()


def test_in_english_it_is_english(reader):
    answer = reader.get("/en" + EMBEDDED)
    assert '<html lang="en">' in answer.content.decode()
    assert "73 of 290 municipalities answered." in words_of(answer)


def test_an_embedded_figure_of_the_demonstration_says_so(reader):
    assert words_of(reader.get("/demo/fragor/q8/inbaddad/")).startswith(
        "Hur många som fått stöd: prostitution · Bredvid DEMO."
    )


def test_no_other_page_may_be_framed(reader):
    with translation.override("sv"):
        paths = [path for name, path in all_pages() if "-municipality-" not in name]
    assert len(paths) > 60
    for path in [*paths, "/2025/fragor/q2/q2.svg", "/2025/fragor/q99/inbaddad/", "/finns-inte/"]:
        answer = reader.get(path)
        assert policy(answer)["frame-ancestors"] == ["'none'"], path
        assert answer.headers["X-Frame-Options"] == "DENY", path


def test_the_questions_page_has_a_frame_to_copy_that_works_without_a_script(reader):
    body = reader.get("/2025/fragor/q2/").content.decode()
    found = re.search(r"<textarea id=\"embed-code\"[^>]* readonly[^>]*>(.*?)</textarea>", body, re.DOTALL)
    assert found is not None
    frame = html.unescape(found[1])
    assert re.fullmatch(
        r'<iframe src="http://testserver/2025/fragor/q2/inbaddad/" title="Stödprogram eller särskilt stöd · Bredvid" '
        r'width="100%" height="\d+" loading="lazy"></iframe>',
        frame,
    )
    height = re.search(r'height="(\d+)"', frame)
    assert height is not None
    assert f"Höjden {height[1]} räcker" in body


@pytest.mark.django_db
def test_a_draft_has_no_embedded_figure_and_no_frame_to_copy():
    draft_beside_a_round()
    answer = Client().get("/2026-utkast/fragor/q1/inbaddad/")
    assert answer.status_code == 404
    assert policy(answer)["frame-ancestors"] == ["'none'"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_not_even_staff_can_embed_a_draft():
    draft_beside_a_round()
    staff = signed_in_client("reviewer")
    assert staff.get("/2026-utkast/fragor/q1/").status_code == 200
    assert "embed-code" not in staff.get("/2026-utkast/fragor/q1/").content.decode()
    assert staff.get("/2026-utkast/fragor/q1/inbaddad/").status_code == 404
    Round.objects.filter(code="2026-utkast").update(draft=False)
    assert staff.get("/2026-utkast/fragor/q1/inbaddad/").status_code == 200
