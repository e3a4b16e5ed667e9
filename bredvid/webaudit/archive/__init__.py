"""Archives and files in, raw pages out; responses in, WARC out. Pure."""
