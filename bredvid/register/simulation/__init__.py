"""Support that never was: months of contacts at invented organisations, for demonstrations, benchmarks and tests.

The same seed gives the same counts. Nothing here is an estimate of anything: the chances are made up, so that every
part of the register has something to show.
"""

from bredvid.register.simulation.organisations import demo_organisations as demo_organisations
from bredvid.register.simulation.shapes import (
    History as History,
    LivingPeriod as LivingPeriod,
    Organisation as Organisation,
    Row as Row,
    Story as Story,
)
from bredvid.register.simulation.simulate import simulate as simulate
