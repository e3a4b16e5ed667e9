"""The colours of the design system, light and dark, against what WCAG 2.2 AA asks of them."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[1] / "static/bredvid/css/tokens.css"
TEXT, GRAPHICS = 4.5, 3.0

# (foreground, background): text is read, graphics and edges of controls are only seen.
TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink-soft", "paper"),
    ("ink-soft", "surface"),
    ("ink-soft", "sunken"),
    ("link", "paper"),
    ("link", "surface"),
    ("link", "sunken"),
    ("link", "tint"),
    ("warm", "paper"),
    ("on-plum", "plum"),
    ("on-plum", "plum-deep"),
    ("paper", "ink"),
]
DRAWN = ["strong", "medium", "weak", "absent", "neutral", "unaccounted", "silent"]
GRAPHIC_PAIRS = [
    *((tone, ground) for tone in DRAWN for ground in ("paper", "surface")),
    ("edge", "paper"),
    ("edge", "surface"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "sunken"),
]


def tokens(css: str) -> dict[str, dict[str, str]]:
    """Colours by scheme; dark says only what differs from light."""
    screen = css.split("@media print")[0]
    light, dark = screen.split("@media (prefers-color-scheme: dark)")
    colours = {name: _colours(block) for name, block in (("light", light), ("dark", dark))}
    return {"light": colours["light"], "dark": colours["light"] | colours["dark"]}


def _colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


SCHEMES = tokens(TOKENS.read_text("utf-8"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme, front, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours[front], colours[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), GRAPHIC_PAIRS)
def test_what_is_drawn_can_be_seen(scheme, front, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours[front], colours[ground]) >= GRAPHICS


def test_the_measure_knows_black_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < TEXT


def test_print_colours_of_drawings_are_the_light_tokens():
    from bredvid.report.drawings.tiles import PRINT_COLOURS

    assert {tone: SCHEMES["light"][tone] for tone in DRAWN} == PRINT_COLOURS
