"""An archive as a crawl leaves it: invented sites whose pages weigh what SiteVision's do (50 kB, 7 kB of it text).

The pages of the farm and ordinary ones around them, each with its own wording, in the clothes of a large site: menus of
all the site, cookie banner, portlets around each paragraph, icons, styles, and the state that its scripts start from.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks._audit_words import ABOUT, SENTENCES, TOPICS
from bredvid.webaudit.archive.warc_writer import ArchiveWriter
from bredvid.webaudit.farm.markup import Sheet, as_html
from bredvid.webaudit.farm.places import PLACES, Place
from bredvid.webaudit.farm.sheets import MENU, SUPPORT, sheets_of
from bredvid.webaudit.farm.traits import traits_of

FETCHED = "2026-11-20T10:00:00Z"
_PARAGRAPHS, _MENU_TOPICS = 18, 16


def write(folder: Path, sites: int, pages: int) -> None:
    """Writes so many sites of so many pages, a WARC each: the same bytes each time."""
    for place in PLACES[:sites]:
        with ArchiveWriter(folder / f"{place.code}.warc.gz", municipality=place.code) as archive:
            archive.info(fetched=FETCHED, start=place.start)
            for sheet in _sheets(place, pages):
                archive.write(
                    url=place.start.rstrip("/") + sheet.path, status=200, fetched=FETCHED,
                    headers={"Content-Type": "text/html; charset=utf-8"}, body=_body(place, sheet),
                )  # fmt: skip


def _sheets(place: Place, pages: int) -> Iterator[Sheet]:
    traits = traits_of(place.number)
    farm = list(sheets_of(place, traits))[:pages]
    yield from farm
    for number in range(pages - len(farm)):
        topic, about = TOPICS[number % len(TOPICS)], ABOUT[number // len(TOPICS) % len(ABOUT)]
        path = f"{SUPPORT}/{_slug(topic)}/{_slug(about)}-{number}"
        yield Sheet(path, f"{topic}: {about} {number}", contact=number % 3 == 0)


def _body(place: Place, sheet: Sheet) -> bytes:
    """A page's markup, dressed."""
    chance = random.Random(f"{place.number}|{sheet.path}")  # noqa: S311 (invented pages)
    texts = [_paragraph(chance) for _ in range(_PARAGRAPHS)]
    whole = replace(sheet, paragraphs=[*sheet.paragraphs, *(texts if sheet.language == "sv" else ())])
    return _dressed(as_html(place, traits_of(place.number), whole, MENU), chance, _menu(place, sheet)).encode()


def _paragraph(chance: random.Random) -> str:
    return " ".join(chance.sample(SENTENCES, chance.randint(2, 4)))


def _dressed(markup: str, chance: random.Random, menu: str) -> str:
    markup = markup.replace("</head>", f"{_head(chance)}</head>", 1)
    markup = markup.replace('Huvudmeny"><ul>', f'Huvudmeny"><ul class="menu-level-1">{menu}', 1)
    while "<p>" in markup:
        markup = markup.replace("<p>", f'<div class="sv-text-portlet sv-use-margins" id="svid12_{_number(chance)}">'
                                '<div class="sv-text-portlet-content"><p class="normal">', 1)  # fmt: skip
    markup = markup.replace("</p>", "</p></div></div>")
    return markup.replace("</body>", f"{_icons(chance)}{_states(chance)}</body>", 1)


def _head(chance: random.Random) -> str:
    sheets = "".join(
        f'<link rel="stylesheet" href="/webdav/files/css/{_number(chance)}.css" media="all">' for _ in range(8)
    )
    rules = "".join(
        f".sv-r{_number(chance)}{{margin:0 0 {n}px;padding:.{n}em;color:#1a1a1a}}\n" for n in range(110)
    )  # fmt: skip
    return f'<meta name="viewport" content="width=device-width">{sheets}<style>{rules}</style>'


def _menu(place: Place, sheet: Sheet) -> str:
    """The menu of the whole site, as each page has it: the same but for the branch that is open."""
    topics = random.Random(place.code).sample(TOPICS, _MENU_TOPICS)  # noqa: S311 (invented pages)
    return "".join(_branch(topic, sheet.title.startswith(topic)) for topic in topics)


def _branch(topic: str, is_open: bool) -> str:
    return (
        f'<li class="menu__item menu__item--{"open" if is_open else "level-1"}"><a class="menu__link" '
        f'href="/{_slug(topic)}">{topic}</a>'
        f'<button class="menu__toggle" aria-expanded="false" aria-label="Undermeny för {topic}"></button>'
        f'<ul class="menu__sub">{_submenu(topic)}</ul></li>\n'
    )


def _submenu(topic: str) -> str:
    return "".join(
        f'<li class="menu__item"><a class="menu__link" href="/{_slug(topic)}/{_slug(about)}">'
        f"{topic.partition(' ')[0]}: {about}</a></li>"
        for about in ABOUT
    )


def _icons(chance: random.Random) -> str:
    def line() -> str:
        return " ".join(f"{chance.randint(0, 24)}.{chance.randint(0, 99)}" for _ in range(24))

    return "".join(
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M{line()}z"></path></svg>\n'
        for _ in range(14)
    )


def _states(chance: random.Random) -> str:
    """What the portlets start from: settings, no text."""
    return "".join(
        f"<script>AppRegistry.registerInitialState('12.{_number(chance)}', {_state(chance)});</script>\n"
        for _ in range(16)
    )


def _state(chance: random.Random) -> str:
    settings = {
        f"{word}Id": f"18.{_number(chance)}" for word in ("portlet", "page", "image", "archive", "target", "owner")
    }
    return json.dumps(
        {**settings, "showDate": True, "limit": 10, "route": "/", "items": [{"id": n} for n in range(20)]}
    )


def _number(chance: random.Random) -> str:
    return f"{chance.getrandbits(64):016x}"


def _slug(words: str) -> str:
    return words.lower().translate(str.maketrans("åäö ", "aao-", ",:"))
