"""From a page to verdicts, and from pages to a municipality. Pure; the rules are docs/reference/web-indicators.md."""
