"""`bredvid review practice`: be a municipality for a while."""

import click
from django.conf import settings
from django.urls import reverse

from bredvid.accounts.commands import base_address
from bredvid.review.fieldwork.rehearsal import NoPractice, link_to_practise, make


@click.command()
def practice() -> None:
    """Make a link to an invented municipality of the practice round, to answer as one.

    The practice round is made first where it is not there. Each time gives another municipality.
    """
    base = base_address()
    try:
        make()
        case, token = link_to_practise()
    except LookupError as error:
        raise click.ClickException(f"{error} Load them: bredvid review load") from error
    except NoPractice as error:
        raise click.ClickException(
            "Everybody in the practice round has begun. Open one on the pages of staff."
        ) from error
    click.echo(f"{case.name} is invented. Answer as that municipality here:")
    click.echo(base + reverse("answering:start", args=[token]))
    if settings.SHOW_MAIL:
        click.echo(f"The code it is asked for is mailed to {case.mailbox}; mails of this machine are read here:")
        click.echo(base + reverse("accounts:post"))
