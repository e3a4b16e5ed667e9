"""Who is let in to write and read: challenges, answers that hold once, and tokens (section 6 of the protocol)."""
