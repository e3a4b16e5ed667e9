"""Reading the tables and numbers of a documentation page, so that they can be computed again."""

from pathlib import Path

EXPLANATION = Path(__file__).parents[3] / "docs/explanation"


def page(name: str) -> str:
    """The text of a page of docs/explanation."""
    return (EXPLANATION / name).read_text("utf-8")


def rows_below(text: str, heading: str) -> list[list[str]]:
    """The body of the first table below the heading or mark, as cells."""
    lines = text[text.index(heading) :].splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("| ---"))
    body = []
    for line in lines[first + 1 :]:
        if not line.startswith("|"):
            break
        body.append([cell.strip() for cell in line.strip("|").split("|")])
    return body
