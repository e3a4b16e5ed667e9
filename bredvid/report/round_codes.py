"""What a round's code may look like in a public address."""

# A year, perhaps with a letter, or a demonstration.
PUBLIC = "[0-9]{4}[a-z]?|demo|ovning"
