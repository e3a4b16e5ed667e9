"""The labelled set, and how well the audit agrees with it. Pure."""
