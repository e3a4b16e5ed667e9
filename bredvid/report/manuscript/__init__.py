"""Where the chapters of a report stand: in files, in a published edition, or in the draft that is being written."""
