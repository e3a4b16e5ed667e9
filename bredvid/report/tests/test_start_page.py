"""The first page, in the order that everybody meets it."""

import re

import pytest


@pytest.fixture
def body(reader) -> str:
    return str(reader.get("/").content, "utf-8")


def test_it_comes_in_order_mission_drawing_findings_quotes_recommendations_ways(body):
    order = ["mission", "whole", "findings", "quotes", "recommendations", "ways"]
    places = [body.index(f'class="{name}"') for name in order]
    assert places == sorted(places)


def test_the_drawing_has_290_squares_in_four_lots(body):
    drawing = body[body.index('class="whole"') :].split("</svg>")[0]
    lots = re.findall(r'class="t-([a-z]+)"[^>]*d="([^"]+)"', drawing)
    assert [(tone, path.count("M")) for tone, path in lots] == [
        ("strong", 4),
        ("absent", 66),
        ("unaccounted", 3),
        ("silent", 217),
    ]


def test_five_findings_each_with_how_it_was_counted(body):
    findings = body[body.index('class="findings"') : body.index('class="quotes"')]
    assert findings.count('class="finding"') == 5
    # Each has the reckoning, and in it the same words to copy with their source.
    assert findings.count('class="facts"') == 5
    assert findings.count('class="citation"') == 5
    assert findings.count("73 av 290 kommuner svarade. Källa:") == 5
    assert "240–276" in findings


def test_three_quotes_seven_recommendations_and_four_ways(body):
    assert body.count('<blockquote class="quotation"') == 3
    recommendations = body[body.index('class="recommendations"') :].split("</ol>")[0]
    assert recommendations.count("<li>") == 7
    assert body[body.index('class="ways"') :].split("</ul>")[0].count("<li>") == 4


def test_the_other_language_is_one_step_away(reader, body):
    assert 'hreflang="en"' in body
    assert '<html lang="en">' in reader.get("/en/").content.decode()
