"""`make pictures`: photographs every page on a phone, wide, in the dark and in print, into build/pictures.

Two of them, the start page and a question, are made small and become the README's.
"""

import contextlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, StorageState
from rich.progress import track

from tests import chromium, pictures_staff, site
from tests.gates import REPOSITORY

FOLDER = REPOSITORY / "build" / "pictures"
README = REPOSITORY / "docs" / "pictures"
QUESTION = "/fragor/q2/"  # the question that the first page opens with
COLOURS = 256  # flat colours and text; fewer take the amber out of the mark


@dataclass(frozen=True)
class Way:
    """A way to look at a page."""

    name: str
    width: int
    height: int
    dark: bool = False
    media: Literal["screen", "print"] = "screen"
    scale: float = 1


WAYS = (
    Way("phone", 360, 740, scale=2),
    Way("wide", 1280, 900),
    Way("dark", 1280, 900, dark=True),
    Way("print", 794, 1123, media="print"),  # A4 at 96 dots an inch
)


def main(words: list[str]) -> int:
    """Photographs a page of each kind, or with `--all` every page; other words choose pages by their address."""
    if not shutil.which("chromium"):
        print("Pictures need Chromium. On Debian: apt install chromium")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    site.prepare()
    pages = list(_chosen(words))
    with site.served() as address, chromium.launched() as browser:
        session = None if words else pictures_staff.signed_in(browser, address)
        taken = 0
        for way in WAYS:
            with looking(browser, way) as view:
                for page in track(pages, way.name.ljust(6), disable=not sys.stdout.isatty()):
                    view.goto(address + page.path)
                    view.screenshot(path=FOLDER / f"{page.name}-{way.name}.png", full_page=True, animations="disabled")
                    taken += 1
            if session:
                with looking(browser, way, session) as view:
                    taken += pictures_staff.photograph(view, address, FOLDER, way.name)
        if not words:
            _for_the_readme(browser, address)
    print(f"{taken} pictures in {FOLDER.relative_to(REPOSITORY)}")
    return 0


def _chosen(words: list[str]) -> Iterator[site.Page]:
    pages = site.all_pages()
    if "--all" in words:
        yield from pages
    elif words:
        yield from (page for page in pages if page.path in words)
    else:
        yield from site.sample(pages, of_each=1)


@contextlib.contextmanager
def looking(browser: Browser, way: Way, session: StorageState | None = None) -> Iterator[Page]:
    """A window that looks at pages in one way, signed in where a session is given."""
    context = browser.new_context(
        viewport={"width": way.width, "height": way.height},
        device_scale_factor=way.scale,
        color_scheme="dark" if way.dark else "light",
        reduced_motion="reduce",
        storage_state=session,
    )
    page = context.new_page()
    page.emulate_media(media=way.media)
    yield page
    context.close()


def _for_the_readme(browser: Browser, address: str) -> None:
    README.mkdir(parents=True, exist_ok=True)
    question = next(page for page in site.all_pages() if page.path.endswith(QUESTION))
    with looking(browser, Way("readme", 1180, 1120)) as view:
        for name, path in (("start", "/"), ("question", question.path)):
            picture = README / f"{name}.png"
            view.goto(address + path)
            view.screenshot(path=picture)
            Image.open(picture).convert("RGB").quantize(COLOURS).save(picture, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
