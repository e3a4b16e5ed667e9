"""The public pages as files: a site that works from a folder, without a server."""
