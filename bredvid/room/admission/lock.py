"""One at a time in all processes of the server together: a lock of the kernel's, which ends with whoever held it."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Lock:
    """Made before the server's processes part. The file is empty and stays so."""

    def __init__(self) -> None:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            self._path = Path(file.name)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Waits until nobody else has it."""
        file = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)

    def close(self) -> None:
        """Takes the file away."""
        self._path.unlink()
