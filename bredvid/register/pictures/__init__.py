"""Figures as they are drawn: lengths and words, ready for a template. The same on screen, on paper and read aloud."""
