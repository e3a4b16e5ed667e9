"""What an organisation takes out of its own figures: for its annual report, the review, its member statistics."""
