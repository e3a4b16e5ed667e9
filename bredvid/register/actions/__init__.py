"""What can be done in the register: one transaction each."""
