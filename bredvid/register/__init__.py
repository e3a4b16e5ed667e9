"""The register: contacts, support periods and follow-ups, in codes."""
