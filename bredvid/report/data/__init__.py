"""Open data: a round as tables, and the tables in the formats that others read."""
