"""The whole line: the command, Scrapy, real sockets, and a farm that keeps its own clock."""

import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from bredvid.webaudit.crawling.records import kept_in
from bredvid.webaudit.farm.odd import packed_bomb
from bredvid.webaudit.farm.places import PLACES
from bredvid.webaudit.farm.serving import served
from bredvid.webaudit.farm.traits import FAULTS, traits_of

FAULTY = {fault: PLACES[number - 1] for number, fault in FAULTS.items()}


@pytest.fixture
def farm():
    with served() as server:
        yield server


def command(farm, out, *options):
    program = "from bredvid.config.command import main; main()"
    return [sys.executable, "-c", program, "audit", "crawl", "--farm", str(farm.port), "--out", str(out), *options]


def crawled(farm, out, *options):
    return subprocess.run(command(farm, out, *options), capture_output=True, text=True, timeout=120, check=True)


def of(number, **traits):
    """The first sound site from a number on that has these traits."""
    return next(
        place for place in PLACES[number:]
        if place.number not in FAULTS and all(traits_of(place.number)[name] == value for name, value in traits.items())
    )  # fmt: skip


def by_host(farm):
    asked = defaultdict(list)
    for one in farm.log.asked:
        asked[one.host].append(one)
    return asked


def test_by_the_farms_own_clock_each_host_is_asked_one_thing_at_a_time_with_a_pause(farm, tmp_path):
    places = [of(0, robots="open"), of(20, robots="open")]
    crawled(farm, tmp_path, "--delay", "0.15", "--pages", "8", "--only", ",".join(place.code for place in places))
    asked = by_host(farm)
    assert set(asked) == {f"www.{place.host}" for place in places}
    for each in asked.values():
        assert len(each) >= 9
        assert {one.at_once for one in each} == {1}
        assert min(later.began - sooner.began for sooner, later in pairwise(each)) >= 0.15
    assert {one.agent for one in farm.log.asked} == {"Bredvid/0.1.0 (+farm@exempelkommun.test)"}


def test_robots_txt_is_obeyed_and_so_is_its_delay(farm, tmp_path):
    forbidding, slow = of(0, robots="some"), of(0, robots="delay")
    crawled(farm, tmp_path, "--delay", "0.01", "--pages", "40", "--only", forbidding.code)
    crawled(farm, tmp_path, "--delay", "0.01", "--pages", "2", "--only", slow.code)
    targets = [one.target for one in by_host(farm)[f"www.{forbidding.host}"]]
    assert "/internt/oppet/jobb" in targets or "/internt" not in targets
    assert not any(target == "/internt" for target in targets)
    each = by_host(farm)[f"www.{slow.host}"][1:]
    assert min(later.began - sooner.began for sooner, later in pairwise(each)) >= 1.0


def test_after_kill_9_the_same_command_goes_on_and_asks_for_no_page_twice(farm, tmp_path):
    place = of(0, robots="open", sitemap="index")
    options = ("--delay", "0.08", "--only", place.code)
    process = subprocess.Popen(command(farm, tmp_path, *options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(farm.log.asked) < 12:
        time.sleep(0.02)
    process.kill()
    process.wait()
    in_flight = farm.log.asked[-1].target  # answered, perhaps, to nobody
    before = len(farm.log.asked)
    crawled(farm, tmp_path, *options)
    assert len(farm.log.asked) > before
    times = Counter(one.target for one in farm.log.asked if one.status < 500)
    assert [target for target, count in times.items() if count > 1 and target != in_flight] == []
    kept = Counter(kept.url for kept in kept_in(tmp_path / f"{place.code}.warc.gz") if kept.status == 200)
    assert max(kept.values()) == 1


def test_what_is_wrong_with_a_site_is_named_and_bounded(farm, tmp_path):
    codes = ",".join(place.code for fault, place in FAULTY.items() if fault != "blocked-later")
    packed_bomb()  # packing it takes the farm a second: not while somebody waits for it
    began = time.monotonic()
    done = crawled(farm, tmp_path, "--delay", "0.05", "--timeout", "3", "--only", codes)
    assert time.monotonic() - began < 60
    said = dict(line.split(": ", 1) for line in done.stderr.splitlines())
    expected = {
        "blocked": "blocked", "robots": "robots", "timed-out": "timed-out", "server-error": "server-error",
        "redirect-loop": "redirect-loop", "too-large": "too-large", "gzip-bomb": "too-large",
        "later": "come-back-later", "broken-off": "not-reached",
    }  # fmt: skip
    # Who has hung up on is the last to notice: the silent site's own count lags behind.
    silent = f"www.{FAULTY['timed-out'].host}"
    assert [one for one in farm.log.asked if one.host != silent and one.at_once > 1] == []
    assert said == {f"{FAULTY[fault].code} {FAULTY[fault].name}": reason for fault, reason in expected.items()}


def test_on_a_re_audit_unchanged_pages_are_not_sent_again(farm, tmp_path):
    place = of(0, robots="open", conditional="etag", trap="none")
    options = ("--delay", "0.01", "--pages", "10", "--only", place.code)
    crawled(farm, tmp_path / "2026", *options)
    first = len(farm.log.asked)
    done = crawled(farm, tmp_path / "2027", *options, "--again", str(tmp_path / "2026"))
    assert "10 pages, 10 of them unchanged" in done.stdout
    assert sum(one.status == 304 for one in farm.log.asked[first:]) == 10
    bodies = [
        {kept.url: kept.body for kept in kept_in(tmp_path / year / f"{place.code}.warc.gz") if kept.status == 200}
        for year in ("2026", "2027")
    ]
    assert bodies[0] == bodies[1]


def test_what_the_archive_reader_gets_is_what_the_crawl_wrote(farm, tmp_path):
    from bredvid.webaudit.archive.inputs import raws

    place = of(0, robots="open")
    crawled(farm, tmp_path, "--delay", "0.01", "--only", f"{place.code},{FAULTY['timed-out'].code}", "--timeout", "1")
    found = list(raws(tmp_path))
    start = next(raw for raw in found if raw.url == place.start)
    assert (start.municipality, start.depth, start.status, start.problem) == (place.code, 0, 200, "")
    assert b"<h1>" in start.body
    assert {(raw.url, raw.problem) for raw in found if raw.municipality == FAULTY["timed-out"].code} == {
        (FAULTY["timed-out"].start, "timed-out")
    }
    assert not any("robots.txt" in raw.url or "sitemap" in raw.url for raw in found if not raw.problem)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--only", "0000"), "No municipality here has the code 0000."),
        (("--only", "0180", "--delay", "0.5"), "--delay 0.5: at least 2 seconds"),
        (("--only", "0180"), "Say whom a municipality can write to"),
        (("--only", "0180", "--contact", "nobody"), "neither an e-mail address nor"),
        (("--farm", "http://example.org:80"), "a port of this machine"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path, options, line):
    program = "from bredvid.config.command import main; main()"
    environment = {name: value for name, value in os.environ.items() if name != "BREDVID_CRAWL_CONTACT"}
    done = subprocess.run(
        [sys.executable, "-c", program, "audit", "crawl", "--out", str(tmp_path), *options],
        capture_output=True, text=True, timeout=60, env=environment,
    )  # fmt: skip
    assert done.returncode == 1
    assert line in done.stderr
    assert "Traceback" not in done.stderr


def test_a_real_host_is_never_asked_through_the_farm(farm, tmp_path):
    (sites := tmp_path / "sites.csv").write_text("code,name,start\n0180,x,https://kommun.example/\n")
    done = subprocess.run(command(farm, tmp_path, "--sites", str(sites)), capture_output=True, text=True, timeout=60)
    assert "no host of the farm" in done.stderr
    assert farm.log.asked == []


def test_a_file_of_ones_own_is_a_list_of_sites(farm, tmp_path):
    place = of(0, robots="open")
    sites = tmp_path / "sites.csv"
    sites.write_text(f"code,name,start,alias\n9901,Egen,http://{place.host}/,alias.test\n", "utf-8")
    crawled(farm, tmp_path / "out", "--delay", "0.01", "--pages", "2", "--sites", str(sites))
    assert [path.name for path in Path(tmp_path / "out").glob("*.warc.gz")] == ["9901.warc.gz"]
