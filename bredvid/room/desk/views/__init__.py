"""The desk's pages, and what its page asks and sends."""
