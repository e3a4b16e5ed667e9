"""From a round in the field to a round of the analysis: the only way by which an answer can become public."""

from bredvid.review.projection.building import RoundTaken, build, round_code
from bredvid.review.projection.digest import digest_of
from bredvid.review.projection.project import NotProjectable

__all__ = ["NotProjectable", "RoundTaken", "build", "digest_of", "round_code"]
