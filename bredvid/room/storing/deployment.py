"""The installation's id, and whether the file of keys is the one that its rooms were made with."""

import os
from pathlib import Path

from django.conf import settings
from django.db import transaction

from bredvid.room.keystore.slots import KeyFileError
from bredvid.room.models import Deployment
from bredvid.room.protocol.keys import DEPLOYMENT_ID_LENGTH
from bredvid.room.storing import keys

ONE = 1


def number() -> bytes:
    """The installation's id, 16 bytes; made the first time it is asked for. Every code depends on it."""
    found = Deployment.objects.filter(pk=ONE).first() or _made()
    return bytes(found.number)


def check_keys() -> None:
    """Raises KeyFileError where the file of keys is gone, or is another than this database's rooms were made with.

    A new file in its place would be worse than none: every room would be lost without anybody being told.
    """
    found = Deployment.objects.filter(pk=ONE).first()
    path = Path(settings.BREDVID_ROOM_KEYS)
    if found and not path.exists():
        raise KeyFileError(f"{path} is gone: the keys of all rooms. Put it back, or name it in BREDVID_ROOM_KEYS.")
    if bytes((found or _made()).keys) != keys.fingerprint():
        raise KeyFileError(f"{path} holds the keys of another database's rooms. Name the right one.")


def _made() -> Deployment:
    with transaction.atomic():
        made = {"number": os.urandom(DEPLOYMENT_ID_LENGTH), "keys": keys.fingerprint()}
        return Deployment.objects.get_or_create(pk=ONE, defaults=made)[0]
