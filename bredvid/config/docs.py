"""`bredvid docs`: writes the pages of docs/reference that are made from the code."""

from pathlib import Path

import click

from bredvid.config.installation import start_django

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail when a page is not what the code says.")
def docs(check: bool) -> None:
    """Write the pages of docs/reference that are made from the code."""
    start_django()
    from bredvid.config.reference_pages import PAGES

    stale = [name for name, make in PAGES.items() if _read(REFERENCE / name) != make()]
    if check and stale:
        raise click.ClickException(f"Not what the code says: {', '.join(stale)}. Run: bredvid docs")
    for name in stale:
        REFERENCE.mkdir(parents=True, exist_ok=True)
        (REFERENCE / name).write_text(PAGES[name](), "utf-8")
        click.echo(f"docs/reference/{name}")


def _read(page: Path) -> str:
    return page.read_text("utf-8") if page.exists() else ""
