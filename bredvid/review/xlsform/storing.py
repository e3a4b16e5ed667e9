"""Puts a questionnaire that was read into the database. A version that is there never changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.review.documents import DocumentError, Row
from bredvid.review.forms import row_of
from bredvid.review.models import Questionnaire
from bredvid.review.storing.questionnaires import store_questionnaire


@transaction.atomic
def store(questionnaire: Row) -> bool:
    """Stores a questionnaire as a new version. Returns False, and writes nothing, where the same one is there already.

    Raises DocumentError where that version is there with another content: answers may hang on it.
    """
    code, version = questionnaire["code"], questionnaire["version"]
    there = Questionnaire.objects.filter(code=code, version=version).first()
    if there is None:
        store_questionnaire(questionnaire)
        return True
    if row_of(there) == questionnaire:
        return False
    message = _("{code} version {version} is there already and says something else; raise the version to {next}")
    raise DocumentError(message.format(code=code, version=version, next=_newest(code) + 1))


def _newest(code: str) -> int:
    return Questionnaire.objects.filter(code=code).order_by("-version").values_list("version", flat=True)[0]
