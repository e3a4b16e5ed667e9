"""Pages of those who run the review."""
