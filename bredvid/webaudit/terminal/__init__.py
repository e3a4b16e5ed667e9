"""How a terminal shows verdicts and progress. No Django."""
