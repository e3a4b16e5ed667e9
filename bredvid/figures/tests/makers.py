"""Small makers of figures, in words of the domain."""

from bredvid.figures.figure import Base, Figure, Source, VerbalFigure

SOURCE = Source(document="a test")


def figure(
    count: int, valid: int, *, asked: int | None = None, frame: int | None = None, option: str = "yes"
) -> Figure:
    """A figure of `count` among `valid`; all asked are valid and all of the frame asked, unless said otherwise."""
    asked = valid if asked is None else asked
    return Figure(
        key=f"test.q.{option}",
        count=count,
        base=Base(asked=asked, valid=valid, frame=asked if frame is None else frame),
        unit="municipality",
        round="test",
        question="q",
        option=option,
        source=SOURCE,
    )


def verbal(words: str, *, asked: int = 73, valid: int = 73, frame: int = 290, option: str = "words") -> VerbalFigure:
    """A figure of which the source has words and no count."""
    return VerbalFigure(
        key=f"test.q.{option}",
        words=words,
        base=Base(asked=asked, valid=valid, frame=frame),
        unit="municipality",
        round="test",
        question="q",
        option=option,
        source=SOURCE,
    )
