"""The pages of docs/reference that are made from the code, so that they cannot differ from it."""

import inspect
from collections.abc import Callable, Iterator, Sequence

import click
from django.db.models import Field, Model

from bredvid.config import dictionary
from bredvid.config.environment import VARIABLES

MADE = "This page is made by `bredvid docs`; change the code, not the page.\n"


def commands_page() -> str:
    """Every command with its arguments and options."""
    from bredvid.config.command import root

    parts = [f"# Commands\n\n{MADE}\nSettings are read from the environment: [settings.md](settings.md).\n"]
    parts += [_command(words, command) for words, command in _all_commands(root, "bredvid")]
    return "\n".join(parts)


def _all_commands(group: click.Group, words: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        if isinstance(command, click.Group):
            yield from _all_commands(command, f"{words} {name}")
        else:
            yield f"{words} {name}", command


def _command(words: str, command: click.Command) -> str:
    usage = " ".join([words, *command.collect_usage_pieces(click.Context(command))])
    lines = [f"## {words}\n", f"    {usage}\n", inspect.cleandoc(command.help or "").replace("\b\n", "") + "\n"]
    options = [option for option in command.params if isinstance(option, click.Option) and not option.hidden]
    rows = [(", ".join(f"`{name}`" for name in option.opts), option.help or "", _default(option)) for option in options]
    return "\n".join([*lines, _table(("option", "what it does", "default"), rows)] if rows else lines)


def _default(option: click.Option) -> str:
    if option.is_flag or option.default is None or option.required or not isinstance(option.default, (str, int, float)):
        return "required" if option.required else ""
    return f"`{option.default}`"


def settings_page() -> str:
    """Every name read from the environment."""
    rows = [(f"`{variable.name}`", variable.meaning, variable.default) for variable in VARIABLES]
    return (
        f"# Settings\n\n{MADE}\nAll settings come from the environment. `bredvid doctor` examines them.\n\n"
        + _table(("name", "what it does", "when it is not set"), rows)
    )


def data_page() -> str:
    """Every table and column with its kind of data."""
    kinds = "\n".join(f"- **{kind}**: {words}" for kind, words in dictionary.KINDS.items())
    allowed = dictionary.allowed()
    intro = (
        f"# Data dictionary\n\n{MADE}\nEvery table and column that exists. A test fails when a column appears"
        f" that is not in the allow-list, `bredvid/config/data_dictionary.toml`.\n\nKinds of data:\n\n{kinds}\n"
    )
    return "\n".join([intro, *(_model(model, allowed[model._meta.label]) for model in dictionary.our_models())])


def _model(model: type[Model], entry: dictionary.Table) -> str:
    about = inspect.cleandoc(model.__doc__ or "") if dictionary.is_of_the_house(model) else _of_a_package(model)
    rows = [(f"`{field.name}`", _type(field), _meaning(field, entry)) for field in dictionary.columns(model)]
    return f"## {model._meta.label}\n\n{about}\n\nKind: **{entry.kind}**.\n\n" + _table(
        ("column", "type", "meaning"), rows
    )


def _of_a_package(model: type[Model]) -> str:
    return f"A table of the package `{model.__module__.removesuffix('.models')}`."


def _type(field: "Field[object, object]") -> str:
    words = field.get_internal_type().removesuffix("Field")
    if field.remote_field is not None:
        words = f"→ {field.remote_field.model._meta.label}"
    return words + (", may be missing" if field.null else "")


def _meaning(field: "Field[object, object]", entry: dictionary.Table) -> str:
    meaning = entry.columns[field.name]
    choices = [f"`{value}`" for value, _ in field.flatchoices]
    return f"{meaning}: {', '.join(choices)}" if choices else meaning


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def codebook_reference() -> str:
    """The codebook of the register."""
    from bredvid.register.codebook.page import codebook_page

    return f"# The codebook of the register\n\n{MADE}\n{codebook_page()}"


def lexicon_reference() -> str:
    """The words that municipalities' web pages are searched for."""
    from bredvid.webaudit.lexicon.page import lexicon_page

    return f"# The lexicon of the web audit\n\n{MADE}\n{lexicon_page()}"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "settings.md": settings_page,
    "data.md": data_page,
    "codebook.md": codebook_reference,
    "lexicon.md": lexicon_reference,
}
