"""The codebook: which variables there are, what their codes mean, and where each comes from. Pure."""

from bredvid.register.codebook.reading import current as current, versions as versions
from bredvid.register.codebook.shape import (
    DONT_KNOW as DONT_KNOW,
    NONE as NONE,
    NOT_FILLED_IN as NOT_FILLED_IN,
    WONT_SAY as WONT_SAY,
    Code as Code,
    Codebook as Codebook,
    FormOfReport as FormOfReport,
    Group as Group,
    Variable as Variable,
)
