"""Invented municipalities with web sites on the loopback address, for tests and the demonstration. No Django."""
