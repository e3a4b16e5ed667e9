"""Which settings this installation runs with, and Django's start.

`BREDVID_SETTINGS` is `development` (the default) or `production`; a full `DJANGO_SETTINGS_MODULE` wins over it.
"""

import os

SETTINGS = ("development", "production")


class UnknownSettingsError(ValueError):
    """`BREDVID_SETTINGS` names settings that do not exist."""


def choose_settings() -> str:
    """Sets `DJANGO_SETTINGS_MODULE` where it is not set, and returns it.

    Raises UnknownSettingsError for a name that is neither development nor production.
    """
    if module := os.environ.get("DJANGO_SETTINGS_MODULE"):
        return module
    name = os.environ.get("BREDVID_SETTINGS") or "development"
    if name not in SETTINGS:
        raise UnknownSettingsError(f"BREDVID_SETTINGS is {name!r}; it should be {' or '.join(SETTINGS)}.")
    module = f"bredvid.config.settings.{name}"
    os.environ["DJANGO_SETTINGS_MODULE"] = module
    return module


def start_django() -> None:
    """Makes models and settings usable. A second call costs nothing."""
    # Imported here: `bredvid figures …` computes without any framework and should start as fast as it computes.
    import django
    from django.apps import apps

    choose_settings()
    if not apps.ready:
        django.setup()
