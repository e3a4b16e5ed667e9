"""An empty house with two shelters, one that has counted for three years and one that has not begun; for browsers.

Prints the sessions of those who work there, as JSON: the full one's and the empty one's.
"""

import json
import sys

from django.core.management import call_command

from bredvid.config.installation import start_django

CONTACTS, SEED = 500, 20261123


def main() -> None:
    """Makes them."""
    start_django()
    call_command("migrate", verbosity=0)
    from bredvid.register import clock
    from bredvid.register.simulation.demonstration import months_until
    from bredvid.register.simulation.loading import load
    from bredvid.register.simulation.simulate import simulate
    from bredvid.register.tests import makers

    today = clock.today()
    full = load(simulate(1, CONTACTS, months_until(today), SEED, today=today))[0]
    clients = [makers.client_of(unit, "worker", "coordinator") for unit in (full, makers.unit())]
    sys.stdout.write(json.dumps([client.cookies["personal"].value for client in clients]))


if __name__ == "__main__":
    main()
