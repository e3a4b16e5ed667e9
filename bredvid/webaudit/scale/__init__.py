"""The same judgement on one process, several, or a cluster. Pure."""
