"""Debian's own Chromium, driven by playwright; no browser is downloaded."""

import contextlib
import os
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

# Nothing in the background: what a page asks for is all that is asked for.
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextlib.contextmanager
def launched() -> Iterator[Browser]:
    """A browser for as long as the block lasts."""
    # Chromium's sandbox refuses to run as root, as CI does.
    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield browser
        browser.close()
