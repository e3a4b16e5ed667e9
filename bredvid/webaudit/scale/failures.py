"""What an engine says when it cannot."""


class EngineError(Exception):
    """Why an engine could not do its work, in one line."""
