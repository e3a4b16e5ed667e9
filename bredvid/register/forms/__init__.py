"""Forms of the register: codes, whole numbers, a month and a place. No field takes words."""
