"""Random expressions, and random answers of every kind."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from bredvid.review.expressions import nodes
from bredvid.review.expressions.nodes import Expression, Value, ValueNode

CODES = st.sampled_from(["q1", "q2", "q2a", "0-5", "over-30", "a_b"])
DAYS = st.dates()
TEXTS = st.text(st.characters(exclude_characters="'", exclude_categories=["Cs"]), max_size=8)
ASKED = st.builds(nodes.Answer, CODES) | st.just(nodes.Current())
LITERALS = (
    st.builds(nodes.Text, TEXTS)
    | st.builds(nodes.Number, st.decimals(0, 10**6, places=2) | st.integers(0, 10**6).map(Decimal))
    | st.builds(nodes.Day, DAYS)
    | st.just(nodes.Today())
)


def _values(inner: st.SearchStrategy[ValueNode]) -> st.SearchStrategy[ValueNode]:
    return (
        st.builds(nodes.Negative, inner)
        | st.builds(nodes.Arithmetic, st.sampled_from(["+", "-", "*", "div", "mod"]), inner, inner)
        | st.builds(nodes.CountSelected, ASKED)
        | st.builds(nodes.Length, inner)
    )


VALUES = st.recursive(ASKED | LITERALS, _values, max_leaves=6)
SIMPLE = (
    st.builds(nodes.Truth, st.booleans())
    | st.builds(nodes.Comparison, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), VALUES, VALUES)
    | st.builds(nodes.Selected, ASKED, CODES)
    | st.builds(nodes.Matches, VALUES, st.sampled_from(["[0-9]+", "(a|b)*c?", "\\w{2,5}", ".*"]))
)


def expressions() -> st.SearchStrategy[Expression]:
    """Any expression that can be written."""
    return st.recursive(
        SIMPLE,
        lambda inner: (
            st.builds(nodes.Both, inner, inner) | st.builds(nodes.Either, inner, inner) | st.builds(nodes.Not, inner)
        ),
        max_leaves=8,
    )


def values() -> st.SearchStrategy[Value]:
    """Any answer, sensible or not."""
    kinds: list[st.SearchStrategy[Value]] = [
        st.none(),
        st.text(max_size=20),
        CODES,
        st.integers(),
        st.decimals(allow_nan=True, allow_infinity=True),
        st.sampled_from([10**5000, Decimal("1E+999999"), Decimal("1E-999999"), Decimal("sNaN"), date.min, date.max]),
        DAYS,
        st.datetimes(),
        st.frozensets(CODES),
    ]
    return st.one_of(kinds)
