"""`bredvid serve`: the site on this machine, by gunicorn's WSGI workers."""

import socket
from typing import Any

import click
from rich.console import Console

from bredvid.config import daily
from bredvid.config.installation import choose_settings, start_django
from bredvid.config.prepare import prepare_installation

PORTS_TRIED = 20
# What to try first, and the address of it. A line stands only where the page exists.
FIRST_PAGES = [
    ("The 2025 review", "/"),
    ("the same in English", "/en/"),
    ("where she finds support", "/a/"),
    ("the demonstration, 290 invented municipalities", "/demo/"),
    ("every component of the design", "/katalog/"),
]


class NoPort(click.ClickException):
    """None of the ports tried is free."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="First port to try; a busy one gives the next.")
@click.option("--workers", default=2, show_default=True, help="Processes.")
@click.option("--threads", default=4, show_default=True, help="Threads of each process.")
@click.option("--no-prepare", is_flag=True, help="Serve without asking whether anything is due.")
def serve(host: str, port: int, workers: int, threads: int, no_prepare: bool) -> None:
    """Prepares what is due and serves the site; Ctrl-C ends it."""
    choose_settings()
    if not no_prepare:
        prepare_installation(Console(stderr=True))
    start_django()
    free = free_port(host, port)
    if free != port:
        click.echo(f"Port {port} is busy; using {free}.")
    run_server(
        {
            "bind": f"{host}:{free}",
            "workers": workers,
            "threads": threads,
            "worker_class": "bredvid.config.worker.Worker",
            "when_ready": lambda _: click.echo(welcome(f"http://{host}:{free}")),
        }
    )


def free_port(host: str, first: int) -> int:
    """The first port from `first` on that nobody listens on. Raises NoPort after twenty."""
    for port in range(first, min(first + PORTS_TRIED, 65536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((host, port))
            except OSError:
                continue
            return port
    raise NoPort(
        f"No free port from {first} to {first + PORTS_TRIED - 1} on {host}. Name another: bredvid serve --port N"
    )


def welcome(address: str) -> str:
    """The lines printed when the site answers: its address and what to try."""
    from django.urls import Resolver404, resolve
    from django.utils import translation

    lines = [f"\nBredvid answers on {address}/   (Ctrl-C ends it)\n"]
    for words, path in FIRST_PAGES:
        with translation.override("en" if path.startswith("/en/") else "sv"):
            try:
                resolve(path)
            except Resolver404:
                continue
        lines.append(f"  {address + path:<36} {words}")
    lines += demo_sign_ins(address)
    return "\n".join(lines) + "\n"


def demo_sign_ins(address: str) -> list[str]:
    """How to sign in with the staff made up for this machine; nothing where there are none."""
    from django.db import DatabaseError

    from bredvid.accounts import demonstration
    from bredvid.room.desk.demonstration import phrase

    try:
        people, words = demonstration.people(), phrase()
    except DatabaseError:
        return []
    if not people:
        return []
    return [
        f"\n  {address + '/personal/':<36} for staff; these are made up, with the password {demonstration.PASSWORD}",
        f"  {'':<36} (the code of the moment stands on the page)",
        *(f"    {person.email}" for person in people),
        f"\n  {address + '/personal/register/':<36} count contacts at Exempeljouren 1, as worker or coordinator",
        *([f"\n  {address + '/personal/rum/':<36} answer those who write; DEMO, opens with: {words}"] if words else []),
        f"\n  {'bredvid review practice':<36} answer as a municipality: a link to an invented one",
    ]


def house_settings() -> dict[str, Any]:
    """gunicorn's settings as the house has them."""
    return {
        # Workers share the loaded application: less memory, and a second start in a moment.
        "preload_app": True,
        "logger_class": "bredvid.config.logs_of_requests.ServerLogger",
        "accesslog": "-",
        "loglevel": "warning",
        "control_socket_disable": True,
        "graceful_timeout": 5,
        "proc_name": "bredvid",
        "post_worker_init": lambda _worker: daily.start(),
    }


def run_server(options: dict[str, Any]) -> None:
    """Runs gunicorn until it is told to stop. `options` are gunicorn's settings and win over the house's."""
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # gunicorn has no types

    class Server(BaseApplication):  # type: ignore[misc]  # hence Any
        def load_config(self) -> None:
            for name, value in (house_settings() | options).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from bredvid.config.wsgi import application

            _close_connections()
            return application

    Server().run()


def _close_connections() -> None:
    """A connection opened before the fork would be shared by the workers, and would break in all of them.

    So would a pool of them, whose threads do not come along: a worker would wait for a connection for ever.
    """
    from django.db import connections

    connections.close_all()
    for connection in connections.all():
        if close_pool := getattr(connection, "close_pool", None):
            close_pool()
