"""Makes an empty database ready for a real server, and looks into it afterwards. What it finds it tells as JSON.

Run as a program of its own, with the settings and the database of the server: `prepare`, `form-of-2026` or `entries`.
"""

import json
import sys
from typing import Any

QUESTIONS = 4
# Municipalities with a link each in the round of 2026, by their codes.
ASKED = ("0180", "0114", "0115", "0117", "0120", "0123", "0125")
CONTACT = "granskningen@roks.example"


def prepare() -> dict[str, str]:
    """A round with some free texts, one municipality, its link and its code."""
    from django.core.management import call_command

    from bredvid.review.fieldwork.links import make_link, new_code
    from bredvid.review.fieldwork.tests import makers

    call_command("migrate", verbosity=0)
    questions = [makers.question(f"t{number}", "text") for number in range(QUESTIONS)]
    link, token = make_link(case=makers.case(makers.fieldwork(*questions)))
    return {"token": token, "code": new_code(link=link)}


def form_of_2026() -> dict[str, str]:
    """A round that asks with the form of 2026: municipality's code → its link's random part."""
    from django.core.management import call_command

    from bredvid.places.actions import load as load_places
    from bredvid.review.fieldwork.links import make_link
    from bredvid.review.fieldwork.preparing import start_fieldwork
    from bredvid.review.fieldwork.tests.makers import case
    from bredvid.review.models import Questionnaire
    from bredvid.review.questionnaire_documents import QUESTIONNAIRES, read_questionnaire
    from bredvid.review.storing.questionnaires import store_questionnaire

    call_command("migrate", verbosity=0)
    load_places()
    store_questionnaire(read_questionnaire(QUESTIONNAIRES / "kommungranskning-2.toml"))
    form = Questionnaire.objects.get(code="kommungranskning", version=2)
    fieldwork = start_fieldwork(
        code="2026", questionnaire=form, title_sv="Granskningen 2026", title_en="The review of 2026", year=2026,
        state="open", contact=CONTACT,
    )  # fmt: skip
    return {code: make_link(case=case(fieldwork, code, mailbox_of(code)))[1] for code in ASKED}


def mailbox_of(code: str) -> str:
    """A municipality's functional address."""
    return f"registrator@kommun-{code}.example"


def entries() -> list[tuple[str, str, int, Any, str, bool]]:
    """Every stored answer: municipality, question, revision, value, reason, and whether it is superseded."""
    from bredvid.review.models import Entry

    rows = Entry.objects.order_by("question__code", "revision").select_related("question", "case")
    return [(row.case.code, row.question.code, row.revision, row.value, row.missing, row.superseded) for row in rows]


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    print(json.dumps({"prepare": prepare, "form-of-2026": form_of_2026, "entries": entries}[sys.argv[1]]()))
