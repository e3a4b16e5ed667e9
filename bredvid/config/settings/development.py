"""Settings of `make run`: one person's own machine, over plain http, with the demonstration."""

import os

from bredvid.config.logs import logging_settings
from bredvid.config.settings.base import *

# Not a secret: this installation answers on the loopback address only and signs nothing.
SECRET_KEY = "development-only-not-a-secret"
DEBUG = os.environ.get("BREDVID_DEBUG") == "1"
LOGGING = logging_settings(verbose=DEBUG)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SHOW_CATALOGUE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SHOW_DEMO_SIGN_INS = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
