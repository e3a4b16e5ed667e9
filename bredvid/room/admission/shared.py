"""What all processes of the server share and none of them writes down: made when this is first imported.

The site's start imports it before the processes part; whatever is given in one is known in all. A new start ends all.
"""

import os

from bredvid.room.admission.challenges import Issuer
from bredvid.room.admission.load import Load
from bredvid.room.admission.spent import Spent

_issuer = Issuer(os.urandom(32))
_spent = Spent()
_load = Load()


def issuer() -> Issuer:
    """Makes challenges and tokens, and knows its own again."""
    return _issuer


def spent() -> Spent:
    """Which challenges have been answered."""
    return _spent


def load() -> Load:
    """How many proofs came lately."""
    return _load
