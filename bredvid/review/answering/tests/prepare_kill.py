"""Makes an empty database ready for the kill test and tells the link, its code and the newest entries, as JSON.

Run as a program of its own, with the settings and the database of the server that is killed.
"""

import json
import sys


def prepare() -> dict[str, str]:
    """A round with enough questions, one municipality, its link and its code."""
    from django.core.management import call_command

    from bredvid.review.fieldwork.links import make_link, new_code
    from bredvid.review.fieldwork.tests import makers

    call_command("migrate", verbosity=0)
    questions = [makers.question(f"t{number}", "text") for number in range(QUESTIONS)]
    link, token = make_link(case=makers.case(makers.fieldwork(*questions)))
    return {"token": token, "code": new_code(link=link)}


def entries() -> list[tuple[str, int, str, bool]]:
    """Every stored answer: question, revision, text, and whether it is superseded."""
    from bredvid.review.models import Entry

    rows = Entry.objects.order_by("question__code", "revision")
    return [(row.question.code, row.revision, row.value.get("text", ""), row.superseded) for row in rows]


QUESTIONS = 4

if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    print(json.dumps({"prepare": prepare, "entries": entries}[sys.argv[1]]()))
