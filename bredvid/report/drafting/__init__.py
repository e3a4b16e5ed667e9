"""A round's report as the machine drafts it: every number bound, for a person to read, change and complete."""
