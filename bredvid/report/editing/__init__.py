"""Where a reviewer writes the report: its chapters, how they are checked, and how each came to be as it is."""
