"""Elements by the parser's own numbers: comparing numbers is what makes a page cost half a millisecond."""

from typing import Final

from selectolax.lexbor import LexborHTMLParser

_PARSER: Final = LexborHTMLParser("<p>x<!--c-->")


def _id(name: str) -> int:
    return _PARSER.create_node(name).tag_id


def _ids(names: str) -> frozenset[int]:
    return frozenset(map(_id, names.split()))


def _id_of_text() -> int:
    paragraph = _PARSER.css_first("p")
    text = paragraph.first_child if paragraph is not None else None
    if text is None:
        raise RuntimeError("selectolax gives no text nodes; a version of it that we do not know")
    return text.tag_id


TEXT: Final = _id_of_text()
BR, A, IMG, SCRIPT, STYLE, LINK = map(_id, ("br", "a", "img", "script", "style", "link"))
DETAILS, SUMMARY, BUTTON, INPUT, NOSCRIPT = map(_id, ("details", "summary", "button", "input", "noscript"))
MAIN, NAV, HEADER, FOOTER, ASIDE, ARTICLE = map(_id, ("main", "nav", "header", "footer", "aside", "article"))
HEADINGS: Final = {_id(f"h{level}"): level for level in range(1, 7)}

NOTHING: Final = _ids("title svg math template textarea object canvas datalist")
"""Elements whose text nobody reads as a text."""

LOADING: Final = _ids("img script iframe link source embed video audio object frame track input")
"""Elements that may load something."""

PLAIN: Final = _ids(
    "b strong em i u small mark cite q abbr sub sup code kbd s del ins dfn var samp tt big font bdi bdo time wbr"
)
"""Elements within a line that tell nothing of zones."""

BLOCKS: Final = _ids(
    "html body p div section article li ul ol dl dt dd table caption thead tbody tfoot tr td th"
    " blockquote pre figure figcaption address form"
    " fieldset legend h1 h2 h3 h4 h5 h6 main header footer nav aside details summary"
    " hr menu center dialog iframe hgroup search button select option optgroup"
)
"""Elements that begin and end a block."""

ZONING: Final = frozenset((MAIN, NAV, HEADER, FOOTER, ASIDE, DETAILS, NOSCRIPT))
"""Elements that open a zone by what they are."""

CONTAINERS: Final = _ids("div section article aside header footer nav main form ul ol table dialog fieldset iframe")
"""Elements whose id may tell what they hold; of others an id is a place to link to."""

WITHIN_ANY: Final = _ids("html body div header section main footer aside article ul ol li form center hgroup dialog")
"""Elements within which a menu is parsed as it is by itself: it opens none again, closes none, is barred by none."""

BLOCK_TAGS: Final = {
    **{_id(name): name for name in ("li", "td", "th", "summary", "h1", "h2", "h3", "h4", "h5", "h6")},
    BUTTON: "a",
    _id("option"): "a",  # to choose from, no prose
}
"""Elements that give their blocks a tag of their own; what stands in others keeps the tag it stands in."""
