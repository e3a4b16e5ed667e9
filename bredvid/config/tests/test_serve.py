"""`bredvid serve`: a busy port gives the next one, the address is said, Ctrl-C ends it cleanly."""

import socket

import pytest

from bredvid.config.serve import NoPort, free_port, welcome
from bredvid.config.tests.server import running


@pytest.fixture
def busy():
    """A port somebody listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_busy_port_gives_a_later_one(busy):
    assert free_port("127.0.0.1", busy) > busy


def test_when_no_port_is_free_it_says_how_to_name_another(monkeypatch):
    monkeypatch.setattr("bredvid.config.serve.PORTS_TRIED", 0)
    with pytest.raises(NoPort, match="bredvid serve --port N"):
        free_port("127.0.0.1", 8000)


def test_what_to_try_names_only_pages_that_exist():
    lines = welcome("http://127.0.0.1:8000")
    assert "http://127.0.0.1:8000/en/" in lines
    assert "http://127.0.0.1:8000/a/" in lines


def test_it_says_its_address_and_ctrl_c_ends_it_cleanly(tmp_path):
    # Given a server on a port that is taken
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        # When it is started, and ended by Ctrl-C
        with running(["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}"], tmp_path) as server:
            pass
    # Then it said where it was, and left without an error
    assert f"http://127.0.0.1:{server.port}/".encode() in server.written
    assert b"Traceback" not in server.written
    assert server.code == 0
