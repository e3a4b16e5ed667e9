"""Settings of the tests: like production's pages, without hashed static names."""

from bredvid.config.settings.base import *

SECRET_KEY = "tests-only-not-a-secret"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SHOW_CATALOGUE = True
REGISTER_TIDIES_ITSELF = False
# On a busy machine anything may take long.
REGISTER_PATIENCE_S = float("inf")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

# Argon2 is slow on purpose; the tests sign in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
MAIL_ASIDE = False
MAIL_CONFIGURED = True
