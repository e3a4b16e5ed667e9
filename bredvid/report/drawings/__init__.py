"""Drawings of figures as SVG: the same on screen and in print, told also without colour."""

from bredvid.report.drawings.results import Drawing, LegendItem, drawing_for, is_whole, unaccounted_words

__all__ = ["Drawing", "LegendItem", "drawing_for", "is_whole", "unaccounted_words"]
