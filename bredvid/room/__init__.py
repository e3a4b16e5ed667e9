"""The encrypted room: she writes without a name, and only those she lets in can read."""
