"""What is true of a source's own statements: plain functions on plain values, no Django."""
