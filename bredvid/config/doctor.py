"""`bredvid doctor`: examines an installation and says of each thing what to do."""

import json

import click

from bredvid.config.doctor_checks import Finding, State, examine
from bredvid.config.installation import start_django

SIGNS = {State.OK: ("✓", "green"), State.NOTE: ("!", "yellow"), State.WRONG: ("✗", "red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """Examines this installation and says what to do; exit code 1 when something is wrong."""
    start_django()
    findings = examine()
    if as_json:
        click.echo(json.dumps([finding.as_dict() for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(_line(finding))
    if any(finding.state is State.WRONG for finding in findings):
        ctx.exit(1)


def _line(finding: Finding) -> str:
    sign, colour = SIGNS[finding.state]
    cure = f"\n    → {finding.cure}" if finding.cure else ""
    return f"{click.style(sign, fg=colour)} {finding.subject}: {finding.found}{cure}"
