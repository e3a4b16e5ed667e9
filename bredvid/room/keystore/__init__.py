"""The keys that lie beside the database and never in it, and what is sealed under them (section 11 of the protocol)."""
