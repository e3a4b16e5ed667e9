"""The licences, and why. See docs/reference/open-data.md, "Licence"."""

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence: its SPDX code, its name, the page for readers and the one address that catalogues know it by."""

    code: str
    title: str
    page: str
    address: str


# Credit leads the reader back to base and uncertainty. It can be loosened to CC0 later; the other way is closed.
DATA_LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
    "http://creativecommons.org/licenses/by/4.0/",
)
# DCAT-AP-SE requires CC0 of the catalogue itself, that is of the description, not of the data.
CATALOGUE_LICENCE = Licence(
    "CC0-1.0",
    "CC0 1.0 Universal",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "http://creativecommons.org/publicdomain/zero/1.0/",
)
