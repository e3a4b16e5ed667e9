"""What the register refuses, in one clear line to the one who asked."""


class RegisterRefused(ValueError):  # noqa: N818 (says what happened)
    """Something cannot be done. The message says what, and how to mend it, in the reader's language."""
