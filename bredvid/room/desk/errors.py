"""What the desk refuses, by the class that the page reads."""


class Refused(Exception):  # noqa: N818 (says what happened, as its answer does)
    """A request of a page that cannot be carried out; `outcome` is what its answer says."""

    def __init__(self, outcome: str, status: int = 400) -> None:
        super().__init__(outcome)
        self.outcome, self.status = outcome, status
