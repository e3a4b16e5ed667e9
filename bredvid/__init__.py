"""Bredvid ("beside her"): support counted without identifying anybody, and the yearly review of 290 municipalities."""

__version__ = "0.1.0"
