"""Documents: their text, read in a process of its own with little time and memory."""
