"""The farm served beside other work: in tests, and where a crawl is measured."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bredvid.webaudit.farm.server import Farm


@contextmanager
def served() -> Iterator[Farm]:
    """The farm on a free port, in a thread of its own, until the block ends."""
    farm = Farm(port=0)
    thread = threading.Thread(target=farm.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield farm
    finally:
        farm.shutdown()
        farm.server_close()
        thread.join()
