"""`bredvid accounts …`: invite the first administrator, list and close accounts, check the log."""

import json
import os
from collections.abc import Callable
from typing import cast

import click
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse

from bredvid.accounts import actions, activity, demonstration, mails, reads
from bredvid.accounts.invitations import DAYS, token_of
from bredvid.accounts.models import Invitation, Staff
from bredvid.accounts.roles import ROLES


def somebody(email: str) -> Staff | None:
    """Whom a command names for the log, by address; None where none is given: then it is the command line."""
    if not email:
        return None
    try:
        return Staff.objects.get(email__iexact=email)
    except Staff.DoesNotExist:
        raise click.ClickException(f"nobody of the staff has the address {email}") from None


@click.group()
def commands() -> None:
    """Staff: who may sign in, and what was done."""


@commands.command()
@click.argument("email")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(list(ROLES)), help="May be repeated.")
@click.option("--name", default="", help="The name; the part before @ where none is given.")
@click.option("--renew", is_flag=True, help="A new link for somebody invited already; older links stop working.")
def invite(email: str, roles: tuple[str, ...], name: str, renew: bool) -> None:
    """Invite EMAIL to an account: the first administrator, for instance.

    The link is mailed where a mail server is set, and printed where none is.
    """
    try:
        validate_email(email)
    except ValidationError as error:
        raise click.ClickException(f"{email!r} is no e-mail address.") from error
    base = base_address()
    waiting = Invitation.objects.filter(email__iexact=email).first() if renew else None
    try:
        if waiting is not None:
            invitation = actions.renew(by=None, invitation=waiting)
        else:
            invitation = actions.invite(by=None, email=email, name=name or email.partition("@")[0], roles=roles)
    except actions.StaffError as error:
        raise click.ClickException(f"{error}{' (--renew)' if error.code == 'is-invited' else ''}") from error
    _hand_over(invitation, base)


def _hand_over(invitation: Invitation, base: str) -> None:
    link = base + reverse("accounts:accept", args=[token_of(invitation)])
    if settings.MAIL_CONFIGURED and not settings.SHOW_MAIL:
        try:
            mails.send_invitation(invitation, link)
        except OSError as error:
            raise click.ClickException(
                f"The invitation is saved, but the mail could not be sent ({type(error).__name__}). Again: --renew"
            ) from error
        click.echo(f"Sent to {invitation.email}.")
        return
    click.echo(f"No mail is sent from here. Give this link to {invitation.name}; it works once, for {DAYS} days:")
    click.echo(link)


def base_address() -> str:
    """Where the site is, for links made outside a request: BREDVID_BASE_URL, on one's own machine port 8000.

    Raises ClickException where neither says.
    """
    address = os.environ.get("BREDVID_BASE_URL", "http://127.0.0.1:8000" if settings.SHOW_MAIL else "")
    if not address:
        raise click.ClickException("Where is the site? Set BREDVID_BASE_URL, for example https://bredvid.example/.")
    return address.rstrip("/")


@commands.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def list_(as_json: bool) -> None:
    """List everybody with an account, and those invited."""
    people: list[dict[str, object]] = [
        {
            "id": person.pk,
            "name": person.name,
            "email": person.email,
            "roles": [code for code in ROLES if code in person.roles],
            "second_factor": person.has_second_factor,
            "state": "open" if person.is_active else "closed",
        }
        for person in reads.staff()
    ]
    people += [
        {
            "id": None,
            "name": each.name,
            "email": each.email,
            "roles": each.roles,
            "second_factor": False,
            "state": "invited" if reads.is_open(each) else "invitation too old",
        }
        for each in reads.invitations()
    ]
    if as_json:
        click.echo(json.dumps(people, ensure_ascii=False, indent=2))
        return
    for person in people:
        roles = ", ".join(cast(list[str], person["roles"]))
        factor = "second factor" if person["second_factor"] else "-"
        click.echo(f"{person['state']:<19}{person['email']:<36}{roles:<28}{factor:<15}{person['name']}")


@commands.command()
@click.argument("email")
@click.option("--reason", required=True, help="Why; it stands in the log.")
def deactivate(email: str, reason: str) -> None:
    """Close the account of EMAIL and sign it out everywhere."""
    staff = _done(actions.deactivate, email, reason)
    click.echo(f"{staff.email}: closed.")


@commands.command()
@click.argument("email")
@click.option("--reason", required=True, help="Why; it stands in the log. No names.")
def forget(email: str, reason: str) -> None:
    """Delete what is about a person in the closed account of EMAIL; the log keeps a number."""
    staff = _done(actions.forget, email, reason)
    click.echo(f"{email}: forgotten. The log knows staff/{staff.pk} by number only.")


def _done(action: Callable[..., object], email: str, reason: str) -> Staff:
    """Does something with the account of EMAIL, from the command line. Raises ClickException where it cannot be."""
    try:
        staff = Staff.objects.get_by_natural_key(email)
        action(by=None, staff=staff, reason=reason)
    except Staff.DoesNotExist as error:
        raise click.ClickException(f"Nobody has an account as {email}. `bredvid accounts list` shows all.") from error
    except actions.StaffError as error:
        raise click.ClickException(str(error)) from error
    return staff


@commands.command(name="load-demo")
def load_demo() -> None:
    """Make up staff to try with, on one's own machine."""
    try:
        demonstration.make()
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    for person in demonstration.people():
        click.echo(f"{person.email:<40}{demonstration.PASSWORD}")


@commands.group()
def log() -> None:
    """What staff have done."""


@log.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def verify(as_json: bool) -> None:
    """Say whether the log's chain is whole; exit code 1 where it is not.

    Keep the printed head somewhere else: only with it can it be seen that the end has been cut off.
    """
    verdict = activity.verify()
    if as_json:
        click.echo(json.dumps(vars(verdict)))
    elif verdict.whole:
        click.echo(f"Whole up to no {verdict.number}. Head: {verdict.head}")
    else:
        click.echo(f"Whole only up to no {verdict.number}: {verdict.fault}", err=True)
    if not verdict.whole:
        raise click.exceptions.Exit(1)
