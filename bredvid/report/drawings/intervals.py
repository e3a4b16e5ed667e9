"""How far a count among those who answered reaches into the whole frame, drawn on a line from none to all."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from bredvid.figures.figure import Figure

WIDTH = 580


def interval_line(figure: Figure) -> SafeString:
    """A light band for the bounds, a dark line for the interval, a dot for the share of those asked.

    Where nobody was silent there is no interval, and no line. Hidden from assistive technology: the numbers stand
    beside it as text.
    """

    def x(count: float) -> str:
        return f"{count / figure.base.frame * WIDTH + 10:.1f}"

    def span(low: int, high: int) -> str:
        return f"{(high - low) / figure.base.frame * WIDTH:.1f}"

    bounds, interval = figure.bounds, figure.interval if figure.infers else None
    estimate = float(figure.share or 0) * figure.base.frame
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="interval" viewBox="0 0 600 24" aria-hidden="true">'
        '<path class="interval-axis" stroke="#8f7f86" d="M10 12h{}"/>'
        '<rect class="interval-band" fill="#d9cbbf" x="{}" y="6" width="{}" height="12" rx="2"/>'
        "{}"
        '<circle class="interval-dot" fill="#6a2457" stroke="#fff" stroke-width="2" cx="{}" cy="12" r="7"/></svg>',
        WIDTH,
        x(bounds.low),
        span(*bounds),
        _line(x(interval.low), span(*interval)) if interval else "",
        x(estimate),
    )


def _line(x: str, width: str) -> SafeString:
    return format_html(
        '<rect class="interval-line" fill="#2b1f2e" x="{}" y="9.5" width="{}" height="5" rx="2"/>', x, width
    )
