"""How a bound figure is written: what may stand after the bar in `[[q2.nej|of]]`."""

import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

from bredvid.figures.figure import Figure
from bredvid.figures.interval import Interval
from bredvid.figures.numbers import count, out_of, percent, percent_range, printed_lines, range_, words
from bredvid.report.claims.problems import BindingError

Writer = Callable[[Figure, str], str]

# Shares in a report have one decimal: with 73 answers the next one would be noise.
DECIMALS = 1

NUMBER_FORMATS: Mapping[str, Callable[[int, str], str]] = {
    "": count,
    "count": count,
    "words": words,
    "Words": lambda number, language: capital(words(number, language)),
    "neuter": lambda number, language: words(number, language, neuter=True),
    "Neuter": lambda number, language: capital(words(number, language, neuter=True)),
}
# Formats that say by themselves what the figure is out of.
BASED_FORMATS: Mapping[str, Writer] = {
    "of": lambda figure, language: out_of(figure.count, figure.base.asked, language),
    "valid": lambda figure, language: out_of(figure.count, figure.base.valid, language),
    "interval": lambda figure, language: _of_frame(figure.interval, figure, language),
    "valid-interval": lambda figure, language: _of_frame(figure.valid_interval, figure, language),
    "bounds": lambda figure, language: _of_frame(figure.bounds, figure, language),
}
# Formats of how many took part, or did not.
BASE_SHARES = ("of", "percent")
SHARE_FORMATS: Mapping[str, Writer] = {
    "percent": lambda figure, language: _percent(figure, figure.share, language),
    "valid-percent": lambda figure, language: _percent(figure, figure.valid_share, language),
    "interval-percent": lambda figure, language: _percent_of_frame(figure.interval, figure, language),
    "bounds-percent": lambda figure, language: _percent_of_frame(figure.bounds, figure, language),
}


def number_text(number: int, style: str, language: str) -> str:
    """A number as digits or words. Raises BindingError for an unknown format or a number too large for words."""
    if style not in NUMBER_FORMATS:
        raise _unknown(style, NUMBER_FORMATS)
    try:
        return NUMBER_FORMATS[style](number, language)
    except ValueError as error:
        raise BindingError(str(error)) from error


def figure_text(figure: Figure, style: str, language: str) -> str:
    """A figure in one of the formats. Raises BindingError for an unknown one, or a share of nothing."""
    if style in NUMBER_FORMATS:
        return number_text(figure.count, style, language)
    writers = {**BASED_FORMATS, **SHARE_FORMATS}
    if style not in writers:
        raise _unknown(style, {**NUMBER_FORMATS, **writers})
    if "interval" in style and not figure.infers:
        raise BindingError(f"{figure.key} is of those asked only: nobody was silent, so it has no |{style}")
    if "valid" in style and figure.base.assumed:
        raise BindingError(
            f"{figure.key} has no |{style}: the source does not say whether the answers exclude each other"
        )
    return writers[style](figure, language)


def capital(text: str) -> str:
    """The text with a capital where it begins."""
    return text[:1].upper() + text[1:]


def small_word(text: str) -> str:
    """The text with a small letter where it begins, to stand inside a sentence; "IFO" stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def inside_quotation(text: str) -> str:
    """The text as it stands between ” and ”: its own quotation marks become single, and none stand doubled."""
    bare = text[1:-1]
    if text[:1] in "”“" and text[-1:] == "”" and not set(bare) & set("”“"):
        return bare
    return text.replace("”", "’").replace("“", "‘")


def share_text(number: int, base: int, style: str, language: str) -> str:
    """A part of a base, with the base ("of") or in per cent. Raises BindingError where the base is nobody."""
    if style == "of":
        return out_of(number, base, language)
    if not base:
        raise BindingError("nobody was asked, so there is no share")
    return percent(Fraction(number, base), language, DECIMALS)


def lines_text(lines: str, language: str) -> str:
    """The lines of a source in words: "rad 711", "lines 706–708"."""
    words = added_words(language)
    return f"{words['line' if lines.isdigit() else 'lines']} {printed_lines(lines)}"


@cache
def added_words(language: str) -> Mapping[str, str]:
    """The few words that bindings add around what they show."""
    table = tomllib.loads((Path(__file__).resolve().parent / "words.toml").read_text(encoding="utf-8"))
    return {name: texts[language] for name, texts in table.items()}


def _of_frame(interval: Interval, figure: Figure, language: str) -> str:
    return f"{range_(*interval, language)} {_of(language)} {count(figure.base.frame, language)}"


def _of(language: str) -> str:
    return {"sv": "av", "en": "of"}[language]


def _percent(figure: Figure, share: Fraction | None, language: str) -> str:
    if share is None:
        raise BindingError(f"{figure.key} has no share of that base: nobody else is in it")
    return percent(share, language, DECIMALS)


def _percent_of_frame(interval: Interval, figure: Figure, language: str) -> str:
    low, high = (Fraction(end, figure.base.frame) for end in interval)
    return percent_range(low, high, language, DECIMALS)


def _unknown(style: str, known: Mapping[str, object]) -> BindingError:
    return BindingError(f"|{style} is no format; use one of {', '.join(f'|{name}' for name in known if name)}")
