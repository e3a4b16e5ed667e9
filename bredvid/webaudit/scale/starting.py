"""Starting clean processes, whatever script we are."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_the_script() -> Iterator[None]:
    """Lets processes start that do not run the script which started us a second time.

    A process that is not forked first runs the main script again, to find what is defined there. Our workers need
    nothing of it, and a script without `if __name__ == "__main__"` would begin the audit anew in each of them.
    """
    main = sys.modules["__main__"]
    script = main.__dict__.pop("__file__", None)
    try:
        yield
    finally:
        if script is not None:
            main.__file__ = script
