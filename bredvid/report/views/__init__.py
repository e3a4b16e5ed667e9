"""The public pages: each view gathers what its page says and renders it."""
