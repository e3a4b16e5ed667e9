"""What is wrong, in words that can be translated later: this package knows of no language but its own.

`_("{sign} cannot be read", sign="%")` keeps the sentence and what stands in it apart. The sentences are in the room's
catalogue; `told` puts one together in the language of a translator such as Django's gettext.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Saying:
    """A sentence with places {so}, and what stands in them; a part may be a saying itself."""

    template: str
    values: tuple[tuple[str, "str | int | Saying"], ...] = ()

    def told(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language that `translate` gives."""
        parts = {name: part.told(translate) if isinstance(part, Saying) else part for name, part in self.values}
        return translate(self.template).format(**parts)

    def __str__(self) -> str:
        return self.told(str)


def _(template: str, **values: "str | int | Saying") -> Saying:
    """Marks a sentence for the catalogue."""
    return Saying(template, tuple(values.items()))
