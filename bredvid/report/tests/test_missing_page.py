"""An address that leads nowhere."""

import pytest


@pytest.fixture
def body(reader) -> str:
    answer = reader.get("/finns-inte/")
    assert answer.status_code == 404
    return str(answer.content, "utf-8")


def test_a_missing_page_leads_on_to_her_help_and_to_each_reader(body):
    assert body[body.index('class="ways"') :].split("</ul>")[0].count("<li>") == 4


def test_its_search_asks_the_list_of_municipalities(body):
    assert 'action="/2025/kommuner/"' in body


def test_it_does_not_repeat_what_was_asked_for(body):
    assert "finns-inte" not in body[body.index("<main") :]
