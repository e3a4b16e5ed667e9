"""The report as a tree of blocks, which two writers print: HTML for the screen, PDF for paper."""
