"""`bredvid review mail send`: tries every mail that waits, as a timer does."""

import click

from bredvid.review.fieldwork.letters import send_waiting
from bredvid.review.models import Letter


@click.group()
def mail() -> None:
    """Mail to municipalities' mailboxes."""


@mail.command()
def send() -> None:
    """Send every mail that waits, and say how many could not be sent."""
    sent, waiting = send_waiting()
    given_up = Letter.objects.filter(state=Letter.State.FAILED).count()
    click.echo(f"{sent} sent, {waiting} not sent now, {given_up} given up.")
    if waiting:
        error = Letter.objects.exclude(error="").order_by("-pk").values_list("error", flat=True).first()
        raise click.ClickException(f"{waiting} could not be sent: {error}")
