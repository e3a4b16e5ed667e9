"""An archive in pieces that can be judged apart: whole WARC files, and runs of a folder's other files."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from bredvid.webaudit.archive.files import is_warc
from bredvid.webaudit.archive.inputs import files_below, raws_of_file
from bredvid.webaudit.shapes import Raw

FILES_IN_A_SHARD: Final = 200
"""Enough that starting costs nothing, few enough that two processes have something to do."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Files of an archive that one process reads; `root` is the folder their places are told from."""

    root: Path
    files: tuple[Path, ...]

    def raws(self) -> Iterator[Raw]:
        """Gives the shard's pages, in the same order as the whole archive would."""
        for file in self.files:
            yield from raws_of_file(file, self.root)


def shards(path: Path) -> list[Shard]:
    """Gives an archive's shards in order; together they hold each of its pages once, whatever the number of processes.

    Raises FileNotFoundError where PATH is not there.
    """
    root, files = (path if path.is_dir() else path.parent), files_below(path)
    return [Shard(root, part) for warc, run in groupby(files, is_warc) for part in _parts(tuple(run), warc)]


def _parts(files: tuple[Path, ...], warc: bool) -> Iterator[tuple[Path, ...]]:
    size = 1 if warc else FILES_IN_A_SHARD
    return (files[start : start + size] for start in range(0, len(files), size))
