"""The page leaves nothing behind that it can help, and is the same whoever asks."""

import pytest
from django.test import Client

from bredvid.door.tests.pages import addresses

ADDRESSES = addresses()
READERS = [
    {},
    {"HTTP_USER_AGENT": "An old telephone", "REMOTE_ADDR": "192.0.2.7"},
    {"HTTP_ACCEPT_LANGUAGE": "en", "HTTP_REFERER": "https://search.example/?q=help"},
    {"HTTP_COOKIE": "sessionid=somebody; django_language=en", "HTTP_DNT": "1"},
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_copy_is_kept(loaded, address):
    assert "no-store" in Client().get(address).headers["Cache-Control"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_site_learns_where_she_came_from(loaded, address):
    assert Client().get(address).headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", ADDRESSES)
def test_that_does_not_hang_on_the_settings(loaded, settings, address):
    settings.SECURE_REFERRER_POLICY = "unsafe-url"
    assert Client().get(address).headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_cookie_is_set(loaded, address):
    response = Client().get(address)
    assert not response.cookies
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_everybody_gets_the_same_page(loaded, address):
    answers = [Client().get(address, **reader) for reader in READERS]  # type: ignore[arg-type]
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_cache_may_tell_readers_apart(loaded, address):
    # Accept-Encoding is how the page is packed, not who asks.
    varies = {name.strip().lower() for name in Client().get(address).headers.get("Vary", "").split(",") if name}
    assert varies <= {"accept-encoding"}
