"""What was just counted, carried by the address of the next page: no session is written, and no time of saving."""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

from bredvid.register.actions.contacts import keys_alike
from bredvid.register.models import Contact, Unit
from bredvid.register.reads.contacts import Line, contact_of, line_of
from bredvid.register.reads.language import language

# Without a timestamp: a receipt does not say when.
_SIGNER = Signer(salt="register.receipt")


@dataclass(frozen=True)
class Receipt:
    """One card's contacts: the first of them, None when it has been taken back, and how many there were."""

    token: str
    contact: Contact | None
    ids: tuple[int, ...]

    @property
    def times(self) -> int:
        """How many contacts the card counted."""
        return len(self.ids)

    @property
    def line(self) -> Line | None:
        """The contact in words."""
        return line_of(self.contact, language()) if self.contact else None


def receipt_for(contact: Contact, times: int = 1) -> str:
    """A signed word for a contact just counted, and for those counted alike with it."""
    return _SIGNER.sign(f"{contact.pk}-{times}")


def read_receipt(unit: Unit, token: str) -> Receipt | None:
    """What a receipt stands for in this unit; None for one that is not ours."""
    try:
        number, _, times = _SIGNER.unsign(token).partition("-")
    except BadSignature:
        return None
    ids = tuple(keys_alike(int(number), int(times)))
    return Receipt(token, contact_of(unit, ids[0]), ids)
