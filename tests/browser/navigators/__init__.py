"""One navigator per kind of person. A test speaks as the person; the selectors stand here and nowhere else."""
