"""The room's protocol in Python: what the server checks, and the whole of it for vectors and export. No framework.

Specification: docs/reference/room-protocol.md, whose sections the modules name.
"""
