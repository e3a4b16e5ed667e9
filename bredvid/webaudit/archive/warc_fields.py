"""What the crawl wrote beside the pages: `application/warc-fields` in warcinfo and metadata records."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fastwarc.warc import WarcRecord

OURS: Final = "Bredvid/"
"""How the software that crawls for us begins to name itself."""
_LONGEST: Final = 100_000
_REASON: Final = re.compile(r"[a-z][a-z0-9-]{0,40}")


@dataclass(frozen=True, slots=True)
class Crawl:
    """What a file says of the crawl that wrote it."""

    municipality: str = ""
    start: str = ""
    goes_on: bool = False  # a crawl of ours that has not said that it is finished

    def or_said_by(self, fields: Mapping[str, str]) -> "Crawl":
        """Gives what a new warcinfo says, and what was known where it says nothing."""
        municipality, start = fields.get("municipality", ""), fields.get("start", "")
        ours = fields.get("software", "").startswith(OURS)
        return Crawl(municipality or self.municipality, start or self.start, ours or self.goes_on)


def fields_of(record: WarcRecord) -> dict[str, str]:
    """Gives a record's fields by name in small letters; what is no field is left out."""
    lines = record.reader.read(_LONGEST).decode("utf-8", "replace").splitlines()
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def reason_of(record: WarcRecord) -> str:
    """Gives the reason a metadata record names; empty where it names none, `not-reached` where it is no reason code."""
    reason = fields_of(record).get("reason", "")
    return reason if not reason or _REASON.fullmatch(reason) else "not-reached"
