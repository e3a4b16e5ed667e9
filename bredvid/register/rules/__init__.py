"""What is true in the register. Pure."""
