"""The way from the start page: breadth first, against every way there is."""

from hypothesis import given, strategies as st

from bredvid.webaudit.judging.clicks import clicks

PAGES = "abcdefg"
SITES = st.fixed_dictionaries({page: st.frozensets(st.sampled_from(f"{PAGES}x"), max_size=4) for page in PAGES})


def by_every_way(links, start, goal):
    """The shortest of all ways without a ring, tried one by one."""
    ways = [[start]]
    found = []
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            found.append(len(way) - 1)
        ways += [[*way, page] for page in links.get(way[-1], ()) if page in links and page not in way]
    return min(found, default=None)


@given(SITES)
def test_each_page_has_the_shortest_of_all_ways(links):
    counted = clicks(links, ["a"])
    assert {page: counted.get(page) for page in PAGES} == {page: by_every_way(links, "a", page) for page in PAGES}


def test_the_nearest_of_several_start_pages_counts():
    assert clicks({"a": ["b"], "b": ["c"], "c": [], "d": ["c"]}, ["a", "d"]) == {"a": 0, "d": 0, "b": 1, "c": 1}


def test_a_start_page_that_is_not_there_leads_nowhere():
    assert clicks({"a": ["b"], "b": []}, ["z"]) == {}


def test_a_ring_of_links_ends():
    assert clicks({"a": ["b"], "b": ["a"]}, ["a"]) == {"a": 0, "b": 1}
