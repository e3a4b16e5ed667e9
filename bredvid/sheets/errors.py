"""The one way in which a file or a mapping fails as a whole."""


class ImportRefused(Exception):  # noqa: N818 (says what happened)
    """The file or the mapping cannot be used. The message is one line for the reader: what, where, how to mend."""


class SheetToChoose(ImportRefused):
    """The workbook has several sheets with something in them. `titles` are their names."""

    def __init__(self, message: str, titles: tuple[str, ...]) -> None:
        super().__init__(message)
        self.titles = titles
