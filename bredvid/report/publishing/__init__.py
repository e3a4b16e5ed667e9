"""From the draft to an edition that everybody can read, and what differs between editions."""
