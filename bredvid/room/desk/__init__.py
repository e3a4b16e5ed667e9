"""The shelter's side of the room: keys of its staff, what waits, and answers. Whatever opens is in the browser.

Specification: docs/explanation/room.md, section 11.
"""
