"""Her code as a shopping list: the items, how a typed line is read, how a list is drawn and what bytes it stands for.

Specification: docs/reference/room-protocol.md, section 3. Only the standard library. README.md: how a line is read.
"""
