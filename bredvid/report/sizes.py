"""How large a file is, as a reader would say it."""

from fractions import Fraction

from bredvid.figures.numbers import count, decimal


def file_size(size: int, language: str) -> str:
    """Bytes as kB or MB (powers of ten): "12 kB", "1,4 MB"."""
    if size < 1_000_000:
        return f"{count(-(-size // 1000), language)} kB"
    return f"{decimal(Fraction(size, 1_000_000), language)} MB"
