"""What is kept of an audit: rounds, sites and findings."""
