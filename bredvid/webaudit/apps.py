"""The room as a Django app."""

from django.apps import AppConfig


class WebAuditConfig(AppConfig):
    """webaudit."""

    name = "bredvid.webaudit"
    label = "webaudit"
