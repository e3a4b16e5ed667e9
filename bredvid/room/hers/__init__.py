"""What her page asks the server for: opening a room, writing, reading, destroying."""
