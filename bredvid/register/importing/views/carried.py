"""The mapping as it travels with the page beside the sheet."""

import json

from django.utils.translation import gettext as _

from bredvid.register.importing.mapping import Mapping, from_document, to_document
from bredvid.sheets.errors import ImportRefused


def mapping_line(mapping: Mapping) -> str:
    """The mapping as one line for a hidden field."""
    return json.dumps(to_document(mapping), ensure_ascii=False, separators=(",", ":"))


def carried_mapping(line: str) -> Mapping:
    """The mapping again. Raises ImportRefused for a line that is none."""
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise ImportRefused(_("The choices did not come along whole. Choose the file again."))
    return from_document(document)
