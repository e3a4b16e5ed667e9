"""Nothing a reader sends is written anywhere: a real server, marked requests, and a search through all it wrote."""

import logging
import sys
from datetime import timedelta

import pytest

from bredvid.config.logs import Discreet
from bredvid.config.logs_of_requests import access_line
from bredvid.config.tests.server import READER_ADDRESS, Server, running

OURS = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}"]
USUAL = ["-m", "gunicorn", "bredvid.config.wsgi", "--bind", "127.0.0.1:{port}", "--access-logfile", "-"]
MARKS = (
    b"MarkAgent",
    b"MarkQuery",
    b"MarkForwarded",
    b"MarkReferer",
    b"MarkPath",
    b"MarkHost",
    b"MarkHeader",
    b"MarkBody",
)


def marked(method: str, path: str, host: str = "localhost") -> bytes:
    head = (
        f"{method} {path}?name=MarkQuery HTTP/1.1\r\nHost: {host}\r\nUser-Agent: MarkAgent\r\nReferer: http://MarkReferer/\r\n"
        "X-Forwarded-For: MarkForwarded\r\nForwarded: for=MarkForwarded\r\nX-Real-IP: MarkForwarded\r\n"
    )
    return (head + "Content-Length: 8\r\nConnection: close\r\n\r\nMarkBody").encode()


REQUESTS = [
    marked("GET", "/"),
    marked("GET", "/en/"),
    marked("GET", "/utsatt/"),
    marked("GET", "/b/0180/"),
    marked("GET", "/MarkPath/"),
    marked("GET", "/MarkPath"),
    marked("POST", "/"),
    marked("MARKPATH", "/"),
    marked("GET", "/", host="MarkHost"),
    marked("GET", "/", host="MarkHost:bad"),
    b"GET /MarkPath?MarkQuery HTTP/9.9\r\nUser-Agent: MarkAgent\r\n\r\n",
    b"GET /?MarkQuery HTTP/1.1\r\nMark Header: MarkHeader\r\n\r\n",
    b"GET /?MarkQuery HTTP/1.1\r\nContent-Length: MarkHeader\r\n\r\n",
    b"MarkPath\r\n\r\n",
    b"GET /" + b"MarkPath" * 1000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
]

BROKEN = REQUESTS[-5:]


def marks_in(server: Server) -> list[bytes]:
    return [mark for mark in (*MARKS, READER_ADDRESS.encode()) if mark.lower() in server.written.lower()]


def test_a_real_server_writes_nothing_a_reader_sent(tmp_path):
    # Given the house's server
    with running(OURS, tmp_path) as server:
        # When readers send well-formed, odd and broken requests, each marked wherever it can be
        for request in REQUESTS:
            server.send(request)
    # Then it wrote that there were requests, and no mark anywhere; nor is her page's name in any line of a request
    assert b" GET " in server.written
    assert marks_in(server) == []
    assert not [
        line for line in server.written.splitlines() if (b"utsatt" in line or b"/b" in line) and b" GET " in line
    ]


def test_what_is_no_request_is_answered_with_the_policy_and_nothing_of_what_was_sent(tmp_path):
    with running(OURS, tmp_path) as server:
        answers = [server.send(request) for request in BROKEN]
    for answer in answers:
        assert answer.startswith(b"HTTP/1.1 400 ")
        assert b"Content-Security-Policy: default-src 'none'" in answer
        assert not [mark for mark in MARKS if mark.lower() in answer.lower()]


def test_the_same_search_finds_a_reader_in_a_usual_log(tmp_path):
    # Given gunicorn as it comes
    with running(USUAL, tmp_path) as server:
        # When the same requests are sent
        for request in REQUESTS:
            server.send(request)
    # Then the search finds them: it would have found a leak of ours
    assert {b"MarkAgent", b"MarkQuery", b"MarkReferer", b"MarkPath"} <= set(marks_in(server))


def line(path: str, method: str = "GET", status: str = "200 OK") -> str | None:
    return access_line(method=method, path=path, status=status, sent=120, took=timedelta(milliseconds=7))


@pytest.mark.parametrize(
    "path",
    [
        *("/utsatt/", "/en/utsatt/", "/utsatt", "/en/utsatt", "//utsatt/", "/en//utsatt/", "/utsatt/telefon"),
        *("/%75tsatt/", "/uts%2561tt", "/UTSATT/", "/utsatt;x", "/utsatt/index.html", "/ord/../utsatt/", "/utsatt2/"),
        *("/a/", "/en/a/", "/b", "/b/0180/", "/b/0180/12/", "//b/0180/", "/%62/0180", "/B/0180", "/en/b/9999/", "/y/"),
        *("/h/c/", "/b/anna", "/c;x", "/i/../b/"),
    ],
)
def test_a_page_of_the_door_writes_no_line(path):
    assert line(path) is None


def test_an_address_without_a_path_is_a_dash():
    assert " GET - 200 " in str(line(""))


def test_styles_and_pictures_write_no_line_so_that_they_tell_of_no_page():
    assert line("/static/bredvid/door.css") is None


def test_a_line_is_hour_method_path_status_bytes_and_milliseconds():
    hour, *rest = str(line("/")).split(" ")
    assert len(hour) == len("2026-11-23T07")
    assert rest == ["GET", "/", "200", "120", "7"]


def test_what_is_no_page_of_ours_is_not_repeated():
    assert " GET - 404 " in str(line("/anna-andersson", status="404 Not Found"))


def test_a_method_we_do_not_know_is_not_repeated():
    assert " - / 405 " in str(line("/", method="ANNA", status="405 Method Not Allowed"))


def test_an_error_is_logged_without_its_words():
    # Given a record of a library with words and an error that quote the reader
    try:
        int("MarkQuery")
    except ValueError:
        record = logging.LogRecord("django.request", 40, __file__, 1, "Error: %s", ("MarkPath",), sys.exc_info())
    # When it is formatted
    written = Discreet().format(record)
    # Then the kind and the place are there, the words are not
    assert "ValueError" in written
    assert "test_logs_know_nobody.py" in written
    assert "Mark" not in written.replace("test_logs_know_nobody", "")


@pytest.mark.parametrize(
    "page", ["", "formular/", "kod/", "del/stod/", "oversikt/", "lamna-in/", "kvitto/", "oppna-igen/"]
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_line_never_holds_the_key_of_a_municipalitys_link(page, prefix):
    for path in (f"{prefix}/svara/MarkPath/{page}", f"{prefix}/svara/MarkPath/{page}".rstrip("/")):
        told = str(line(path))
        assert "MarkPath" not in told
        assert f" {prefix}/svara/<str:token>/" in told


def test_a_real_server_never_writes_the_key_of_a_link(tmp_path):
    paths = ["/svara/MarkPath/", "/en/svara/MarkPath/kod/", "/svara/MarkPath", "/svara/MarkPath/nix/"]
    with running(OURS, tmp_path) as server:
        for path in paths:
            for method in ("GET", "POST", "PUT"):
                server.send(marked(method, path))
    assert b"/svara/<str:token>/" in server.written
    assert marks_in(server) == []
