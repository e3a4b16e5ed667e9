"""Settings of `make run`: one person's own machine, over plain http, with the demonstration."""

import os

from bredvid.config.logs import logging_settings
from bredvid.config.mail import mail_into
from bredvid.config.settings.base import *

# Not a secret: this installation answers on the loopback address only and signs nothing.
SECRET_KEY = "development-only-not-a-secret"
DEBUG = os.environ.get("BREDVID_DEBUG") == "1"
LOGGING = logging_settings(verbose=DEBUG)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *([DOOR_HOST.partition(":")[0]] if DOOR_HOST else [])]
SHOW_CATALOGUE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Staff made up for trying things, with their codes on the sign-in page; mails stay on this machine and can be read.
SHOW_DEMO_SIGN_INS = True
SHOW_MAIL = True
if not os.environ.get("BREDVID_SMTP_URL"):
    globals().update(mail_into(DATA_DIR / "mail"))
# Plain http on the loopback address is a safe origin for a passkey.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
