"""`bredvid audit …`: each job in a module of its own name, fetched when asked for, so that none pays for another."""

import importlib
import pkgutil

import click


class Jobs(click.Group):
    """The jobs are the modules beside this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every job's name, in order of the alphabet."""
        return sorted(module.name for module in pkgutil.iter_modules(__path__))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The job of that name; None where there is none."""
        if name not in self.list_commands(ctx):
            return None
        job = getattr(importlib.import_module(f"{__name__}.{name}"), name)
        if not isinstance(job, click.Command):
            raise TypeError(f"{name} is no command")
        return job


@click.group(cls=Jobs)
def commands() -> None:
    """Read municipalities' web sites: does a site tell her where to turn, in words she recognises?"""
