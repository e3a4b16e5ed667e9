"""The crawl: polite, resumable, into archives. No Django."""
