"""Settings of a public installation: `check --deploy` finds nothing to say about them."""

import os

from django.core.exceptions import ImproperlyConfigured

from bredvid.config.settings.base import *


def _required(name: str, example: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment, for example {name}={example}.")
    return value


SECRET_KEY = _required("BREDVID_SECRET_KEY", "$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')")
ALLOWED_HOSTS = [host.strip() for host in _required("BREDVID_HOSTS", "bredvid.example").split(",")]
if DOOR_HOST:
    ALLOWED_HOSTS.append(DOOR_HOST.partition(":")[0])
# Links in mails begin with the name that the site was asked by: any name would do for somebody who wants their code.
if any("*" in host for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("BREDVID_HOSTS holds *. Write the site's own names: links in mails begin with them.")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The one that ends https in front of the site says who asked; attempts are counted by it, in memory.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
