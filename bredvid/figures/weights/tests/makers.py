"""Small makers of weightings, and strategies that make many."""

from hypothesis import strategies as st

from bredvid.figures.weights.poststratification import PostStratification, poststratify

# R's example data: schools in California, in package survey as apistrat and apisrs, by type of school.
SCHOOLS = {"E": 4421, "H": 755, "M": 1018}
# The nine groups of 2023, with invented respondents; docs/explanation/weights.md has the same.
GROUPS = {"A1": 3, "A2": 43, "B3": 23, "B4": 63, "B5": 24, "C6": 27, "C7": 51, "C8": 35, "C9": 21}
ANSWERED = {"A1": 2, "A2": 15, "B3": 10, "B4": 14, "B5": 4, "C6": 6, "C7": 10, "C8": 9, "C9": 3}
HAVE_IT = {"A1": 2, "A2": 7, "B3": 4, "B4": 3, "B5": 1, "C6": 1, "C7": 1, "C8": 1, "C9": 0}


def one_cell(respondents: int, frame: int) -> PostStratification:
    """A frame that is not divided."""
    return poststratify({"all": respondents}, {"all": frame}, minimum=2)


@st.composite
def cells(draw, fewest: int = 5, most_cells: int = 6):
    """Respondents and frame by code, with `fewest` respondents or more in each cell."""
    codes = [f"{letter}{digit}" for letter in "ABC" for digit in range(3)][: draw(st.integers(1, most_cells))]
    respondents = {code: draw(st.integers(fewest, 30)) for code in codes}
    return respondents, {code: answered + draw(st.integers(0, 60)) for code, answered in respondents.items()}


@st.composite
def answered_cells(draw):
    """The same, with how many in each cell have a property."""
    respondents, frame = draw(cells())
    return {code: draw(st.integers(0, answered)) for code, answered in respondents.items()}, respondents, frame


@st.composite
def crossed(draw):
    """Respondents by two variables, everywhere some, and margins that the same frame has."""
    groups, regions = draw(st.integers(2, 4)), draw(st.integers(2, 3))
    keys = [(f"g{g}", f"r{r}") for g in range(groups) for r in range(regions)]
    respondents = {key: draw(st.integers(3, 12)) for key in keys}
    frame = {key: answered + draw(st.integers(0, 40)) for key, answered in respondents.items()}
    margins = {
        name: {
            category: sum(units for key, units in frame.items() if key[place] == category)
            for category in sorted({key[place] for key in keys})
        }
        for place, name in enumerate(("group", "region"))
    }
    return respondents, margins
