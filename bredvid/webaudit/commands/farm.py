"""`bredvid audit farm`: serves the invented sites on this machine."""

import click


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@click.option("--seed", default="bredvid", show_default=True, help="Another seed makes other sites.")
@click.option("--edition", type=click.IntRange(1, 9), default=1, show_default=True, help="From 2 on some have changed.")
def farm(port: int, seed: str, edition: int) -> None:
    """Serve 290 invented municipalities' web sites on this machine, to try the crawl on."""
    from bredvid.webaudit.farm.server import Farm

    try:
        server = Farm(port, seed=seed, edition=edition)
    except OSError as error:
        raise click.ClickException(f"Port {port} cannot be used ({error.strerror}). Take another: --port 0.") from error
    click.echo(f"290 invented sites on {server.address} (only this machine reaches them). Ctrl-C ends it.")
    click.echo(f"In another window:\n  bredvid audit crawl --farm {server.port} --delay 0.05 --out var/farm")
    click.echo("  bredvid audit judge var/farm")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Ended.")
    finally:
        server.server_close()
