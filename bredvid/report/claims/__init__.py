"""The language of the report's chapters: text in which every number is bound. See docs/explanation/claims.md."""
