"""What is kept of rooms, and how it is written, read and destroyed (section 11 of the protocol)."""
