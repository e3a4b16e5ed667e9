"""From a round in the field to a round of the analysis: the only way by which an answer can become public."""

from bredvid.review.projection.building import RoundTaken, build, round_code
from bredvid.review.projection.digest import digest_of
from bredvid.review.projection.lagging import Lag, lag_of
from bredvid.review.projection.project import NotProjectable

__all__ = ["Lag", "NotProjectable", "RoundTaken", "build", "digest_of", "lag_of", "round_code"]
