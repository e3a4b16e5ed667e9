"""Makes a database ready for a real server with two audits of invented sites, and tells a reviewer's session as JSON.

Run as a program of its own, with the server's settings and database.
"""

import json
import sys
from datetime import date

SITES = 24


def house() -> str:
    """The tables, the municipalities and the audits; the session of somebody who may read them."""
    from django.conf import settings
    from django.core.management import call_command

    from bredvid.accounts.tests.makers import signed_in_client
    from bredvid.places.actions import load

    call_command("migrate", verbosity=0)
    load()
    for code, edition in (("exempel-2026-05", 1), ("exempel-2026-11", 2)):
        _audit(code, edition)
    return signed_in_client("reviewer").cookies[settings.SESSION_COOKIE_NAME].value


def _audit(code: str, edition: int) -> None:
    from bredvid.webaudit.actions.keeping import keep
    from bredvid.webaudit.simulation.audits import groups, judgement_of

    month = code.removeprefix("exempel-")
    judgement = judgement_of(edition, fetched=f"{month}-09T09:00:00Z", sites=SITES)
    keep(judgement=judgement, code=code, today=date.fromisoformat(f"{month}-10"), groups=groups())


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    sys.stdout.write(json.dumps(house()))
