"""What is kept of an audit: rounds, sites and findings."""

from bredvid.webaudit.models.audit import INDICATOR_CODES, STATES, Audit, Site
from bredvid.webaudit.models.findings import Finding, Passage

__all__ = ["INDICATOR_CODES", "STATES", "Audit", "Finding", "Passage", "Site"]
