"""What the room's commands take, and how they refuse what makes no sense."""

from collections.abc import Callable
from fractions import Fraction
from functools import wraps
from typing import Any

import click


class WrongInput(click.ClickException):
    """Input that makes no sense: one clear line, and the exit code of wrong use."""

    exit_code = 2


class WholeNumber(click.ParamType[int]):
    """A whole number; anything else is refused in one line, without the usage around it."""

    name = "whole number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that the text says."""
        try:
            return int(value)
        except ValueError:
            called = param.human_readable_name if param else "the number"
            raise WrongInput(f"{called} is {value!r}: expected a whole number such as 73.") from None


class ExactShare(click.ParamType[Fraction]):
    """A share without rounding: 0.8 or 4/5."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """The number that the text says."""
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError):
            raise WrongInput(f"the share is {value!r}: expected a number such as 0.8 or 4/5.") from None


WHOLE = WholeNumber()
SHARE = ExactShare()
# A negative number is an argument that is refused with a reason, not an unknown option.
NEGATIVE_ALLOWED = {"ignore_unknown_options": True}


def in_one_line(command: Callable[..., None]) -> Callable[..., None]:
    """Turns what the figures refuse (ValueError) into the one line that the user meets."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except ValueError as error:
            raise WrongInput(f"{error}.") from error

    return run
