"""Where support is given, as a number: real places by their codes, those made up from 9001."""

import pytest

from bredvid.places.actions import load
from bredvid.places.models import Municipality
from bredvid.register.reads.places import place_names, places_for
from bredvid.register.tests import makers

pytestmark = pytest.mark.django_db


def test_a_real_code_keeps_its_name_without_its_zero():
    load()
    assert place_names([180, 2583], "en") == {180: "Stockholm", 2583: "Haparanda"}


def test_a_made_up_code_has_a_made_up_name_and_none_is_not_known():
    assert place_names([9001, 9040, 0, 9041], "sv") == {
        9001: "Exempelkommun 1", 9040: "Exempelkommun 40", 0: "Platsen är inte känd"
    }  # fmt: skip


def test_nobody_chooses_among_both():
    load()
    real, invented = makers.unit(), makers.unit()
    invented.demonstration = True
    offered = dict(places_for(real))
    assert list(offered.values()) == list(Municipality.objects.values_list("name", flat=True))
    assert len(offered) == 290
    assert max(offered) < 9001
    assert sorted(dict(places_for(invented))) == list(range(9001, 9041))
