"""From bytes to a page: zones, kind, language, sentences. Pure."""
