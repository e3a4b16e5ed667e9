"""What a page says of itself in its head: title, language, base, dates, kind, what it loads."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bredvid.webaudit.reading.characters import clean

LONGEST = 500


@dataclass(slots=True)
class Head:
    """A page's head. `metas` are by name or property, in small letters, the first of each."""

    title: str = ""
    language: str = ""
    base: str = ""
    metas: dict[str, str] = field(default_factory=dict)


def head_of(parser: LexborHTMLParser) -> Head:
    """Gives what the head says; everything empty where there is none."""
    head, root = Head(), parser.root
    if root is not None and root.attributes:
        head.language = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "")[:20]
    for node in parser.css("title,meta,base"):
        _note(head, node)
    return head


def _note(head: Head, node: LexborNode) -> None:
    attributes = node.attributes
    if node.tag == "title":
        parent = node.parent
        if not head.title and (parent is None or parent.tag != "svg"):
            head.title = clean(node.text() or "")[:LONGEST]
    elif node.tag == "base":
        head.base = head.base or attributes.get("href") or ""
    else:
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name:
            head.metas.setdefault(name[:LONGEST], (attributes.get("content") or "")[:LONGEST])
