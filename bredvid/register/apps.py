"""The room as Django knows it."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register."""

    name = "bredvid.register"
    label = "register"
