"""How often a process looks for objects that hold each other: a page makes thousands of objects, and none that do."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = (50_000, 20, 50)


@contextmanager
def seldom_tidied() -> Iterator[None]:
    """Lets Python look seldom for such objects, as long as a shard is judged."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
