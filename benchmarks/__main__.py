"""Runs every benchmark, or those named: `python -m benchmarks [NAME …] [--json]`."""

import importlib
import json
import pkgutil
from typing import Any

import click
from rich.console import Console
from rich.table import Table

import benchmarks

NAMES = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--json", "as_json", is_flag=True, help="Print the measured values as JSON.")
def main(names: tuple[str, ...], as_json: bool) -> None:
    """Measures against the budgets. Values are of this machine now; compare runs side by side."""
    measured: dict[str, dict[str, Any]] = {
        name: importlib.import_module(f"benchmarks.{name}").run() for name in names or NAMES
    }
    if as_json:
        click.echo(json.dumps(measured, indent=1))
        return
    table = Table("benchmark", "what", "measured")
    for name, values in measured.items():
        for what, value in values.items():
            table.add_row(name, what, str(value))
    Console().print(table)


main()
