"""The words a page is searched for: versioned data, its linter, and how words are found. Pure."""
