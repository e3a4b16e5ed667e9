"""What codes may stand together on a row, and which of them a card asks for. Pure."""

from collections.abc import Mapping

from bredvid.register.codebook import current
from bredvid.register.codebook.shape import ALONE, NOT_FILLED_IN

# The order of the quick card: how and who, then what about her, then what was given and what was not.
QUICK = ("V04", "V05", "V07", "V08", "V06", "V16", "V17", "V18")


def checked(values: Mapping[str, int], *, on: str) -> dict[str, int]:
    """Columns of a "contact" or another row with what is stored, every coded one of them; those not named are 0.

    A reason without a need says nothing and is left out. Raises ValueError for a column that does not stand on such a
    row, for what stands for no code, and for codes that cannot hold at once.
    """
    variables = {variable.column: variable for variable in current().on(on)}
    if strangers := sorted(values.keys() - variables.keys()):
        raise ValueError(f"no coded column of a {on}: {', '.join(strangers)}")
    for column, stored in values.items():
        variable = variables[column]
        variable.stored(code.code for code in variable.chosen(stored))
    found = {column: values.get(column, NOT_FILLED_IN) for column in variables}
    if "unmet_why" in found and not has_need(found):
        found["unmet_why"] = NOT_FILLED_IN
    return found


def has_need(values: Mapping[str, int]) -> bool:
    """Whether a need that was not met is marked: something else than none, don't know and won't say."""
    return any(code.number not in ALONE for code in current().by_column["unmet"].chosen(values.get("unmet", 0)))


def not_filled_in(values: Mapping[str, int]) -> tuple[str, ...]:
    """The columns of the quick card that are empty, in its order; the reason only where there is a need."""
    columns = (current().variable(code).column for code in QUICK)
    return tuple(each for each in columns if not values.get(each) and (each != "unmet_why" or has_need(values)))
