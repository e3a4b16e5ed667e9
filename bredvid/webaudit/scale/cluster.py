"""The same work on Dask: a cluster of one's own on this machine, or one that is already somewhere."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from bredvid.webaudit.archive.shards import Shard
from bredvid.webaudit.scale.failures import EngineError
from bredvid.webaudit.scale.shard_verdicts import ShardVerdicts, judge_shard
from bredvid.webaudit.scale.starting import without_the_script

if TYPE_CHECKING:
    from distributed import Client

_SECONDS_TO_ANSWER = 20


def on_dask(parts: Sequence[Shard], processes: int, address: str) -> Iterator[ShardVerdicts]:
    """Judges the shards on the cluster at an address (tcp://host:port), or on so many workers here without one.

    The workers of a cluster elsewhere must see the same files at the same place. Raises EngineError where the cluster
    does not answer, or loses a shard.
    """
    from distributed import as_completed  # Dask is heavy, and only this engine needs it

    with ExitStack() as stack:
        client = _client(stack, min(processes, len(parts)) or 1, address)
        futures = client.map(judge_shard, parts, pure=False)
        for future in as_completed(futures):
            try:
                yield future.result()
            except Exception as error:
                raise EngineError(f"The cluster lost a part of the archive: {error}") from error
            future.release()


def _client(stack: ExitStack, workers: int, address: str) -> "Client":
    from distributed import Client, LocalCluster

    if not address:
        # No dashboard: nobody asked for one, and its port may be taken.
        with without_the_script():
            cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        return stack.enter_context(Client(stack.enter_context(cluster)))
    try:
        return stack.enter_context(Client(address, timeout=_SECONDS_TO_ANSWER))
    except (OSError, ValueError) as error:
        raise EngineError(
            f"{address}: no Dask scheduler answers there. Its address is like tcp://host:8786."
        ) from error
