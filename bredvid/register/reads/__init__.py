"""What can be seen of the register."""
