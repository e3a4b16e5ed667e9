"""Loading puts the whole reference table in the database, and only once."""

import pytest
from django.db.models import Count, Sum

from bredvid.places import actions, rules
from bredvid.places.models import County, Municipality, MunicipalityGroup, Population
from bredvid.places.tables import MUNICIPALITIES
from bredvid.places.tests.spoil import with_cell


def everything() -> list[list[tuple[object, ...]]]:
    return [list(model.objects.order_by("pk").values_list()) for model in (County, Municipality, Population)]


def test_every_county_municipality_and_group_is_there(loaded):
    assert (loaded.counties, loaded.municipalities, loaded.groups) == (
        County.objects.count(),
        Municipality.objects.count(),
        MunicipalityGroup.objects.count(),
    )
    assert Municipality.objects.count() == rules.MUNICIPALITY_COUNT


def test_the_residents_sum_to_the_countrys_population(loaded):
    assert Population.objects.aggregate(Sum("residents"))["residents__sum"] == rules.POPULATION_TOTAL


def test_every_group_has_its_size(loaded):
    sizes = {group.code: group.size for group in MunicipalityGroup.objects.annotate(size=Count("municipalities"))}
    assert sizes == {code: size for code, (_, _, size) in rules.GROUPS.items()}


def test_codes_keep_their_leading_zero(loaded):
    assert Municipality.objects.get(name="Upplands Väsby").code == "0114"


def test_loading_again_changes_nothing(loaded):
    # Given a loaded database
    before = everything()
    # When the same tables are loaded again
    actions.load()
    # Then every row is as it was
    assert everything() == before


def test_loading_puts_right_what_was_changed(loaded):
    # Given a name somebody spoiled
    Municipality.objects.filter(code="0114").update(name="Elsewhere", web_domain="elsewhere.se")
    # When the tables are loaded
    actions.load()
    # Then the table's word is back
    assert Municipality.objects.get(code="0114").name == "Upplands Väsby"


def test_a_municipality_may_change_its_host(loaded, texts):
    # A host can be any unique host: the table is the only one that knows it.
    actions.load(with_cell(texts, MUNICIPALITIES, line=2, column="web_domain", value="nya.example"))
    assert Municipality.objects.get(code="0114").web_domain == "nya.example"


@pytest.mark.django_db
def test_municipalities_stand_as_in_a_swedish_index():
    actions.load()
    names = list(Municipality.objects.values_list("name", flat=True))
    # å, ä and ö are the last three letters, in that order
    assert names.index("Åtvidaberg") < names.index("Älmhult") < names.index("Öckerö")
    assert names.index("Övertorneå") == len(names) - 1
