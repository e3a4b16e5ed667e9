"""The report on paper: the block tree, set by typst as an accessible PDF."""
