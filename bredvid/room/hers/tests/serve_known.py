"""The real server, with a key of tokens that a test knows and one made-up organisation to write to.

Run as a program: `serve_known KEY PORT WORKERS THREADS`. Nothing else differs from `bredvid serve --no-prepare`.
"""

import sys

from bredvid.config.installation import start_django


def main(key: bytes, port: int, workers: int, threads: int) -> None:
    """Serves until it is killed."""
    start_django()
    from bredvid.config.serve import run_server
    from bredvid.room.admission import shared
    from bredvid.room.admission.challenges import Issuer
    from bredvid.room.storing.tests.makers import open_desks
    from bredvid.room.tests.people import Chance, somebody

    shared._issuer = Issuer(key)
    open_desks(somebody(Chance("desk")))
    run_server(
        {
            "bind": f"127.0.0.1:{port}",
            "workers": workers,
            "threads": threads,
            "worker_class": "bredvid.config.worker.Worker",
        }
    )


if __name__ == "__main__":
    main(bytes.fromhex(sys.argv[1]), *(int(word) for word in sys.argv[2:5]))
