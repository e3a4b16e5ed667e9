"""Writes checked files into the database. Called by actions.load, inside its transaction."""
