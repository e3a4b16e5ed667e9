"""What stands under which heading, and which block is a mere list of links."""

from bredvid.webaudit.reading.tests.pages import page_of, text_page


def _sections(page):
    found: dict[int, list[str]] = {}
    for block in page.blocks:
        found.setdefault(block.section, []).append(block.text)
    return sorted(found.values())


def test_a_section_goes_on_through_lesser_headings():
    page = page_of("<main><h2>A</h2><p>a1</p><h3>A under</h3><p>a2</p><h2>B</h2><p>b1</p></main>")
    assert _sections(page) == [["A", "a1", "A under", "a2"], ["B", "b1"]]


def test_the_first_heading_holds_until_the_next():
    page = page_of("<main><h1>Sidan</h1><p>ingress</p><h2>A</h2><p>a1</p><h3>A1</h3></main>")
    assert _sections(page) == [["A", "a1", "A1"], ["Sidan", "ingress"]]


def test_a_contact_box_is_a_section_of_its_own_and_the_text_goes_on_after_it():
    page = page_of("<main><h2>A</h2><p>a1</p><aside><h3>Kontakt</h3><p>010</p></aside><p>a2</p></main>")
    assert _sections(page) == [["A", "a1", "a2"], ["Kontakt", "010"]]


def test_a_text_without_markup_has_sections_of_five_lines():
    page = text_page("\n".join(f"rad {number}" for number in range(7)))
    assert [len(lines) for lines in _sections(page)] == [5, 2]


def test_blocks_know_their_links():
    page = page_of(
        "<main><p>Ring <a href='tel:0101'>010-1</a> eller <a href='/jour#x'>jouren</a>.</p><p>Nej.</p></main>"
    )
    ring, no = page.blocks
    assert [page.links[number].href for number in ring.links] == ["tel:0101", "https://www.exempelkommun.test/jour"]
    assert no.links == ()


def test_an_icon_s_link_is_not_the_next_paragraph_s():
    page = page_of("<main><p><a href='/x'><img src=a.png></a></p><p>Text.</p></main>")
    assert page.blocks[-1].links == ()


def test_a_card_s_link_belongs_to_all_its_blocks():
    page = page_of("<main><a href='/jour'><h3>Jouren</h3><p>Ring dygnet runt.</p></a><p>Text.</p></main>")
    assert [block.links for block in page.blocks] == [(0,), (0,), ()]


def test_a_list_of_links_is_no_prose():
    page = page_of("<main><ul><li><a href=/a>Första sidan</a><li>Läs <a href=/b>mer</a> om detta</ul></main>")
    assert [block.tag for block in page.blocks] == ["a", "li"]
