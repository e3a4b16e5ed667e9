"""What every installation shares. See docs/reference/settings.md for the names read from the environment."""

import os
from pathlib import Path

from bredvid.config.databases import database_from
from bredvid.config.logs import logging_settings
from bredvid.config.mail import mail_from
from bredvid.config.policy import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from bredvid.config.settings.staff import *
from bredvid.config.settings.staff import STAFF_APPS

PACKAGE = Path(__file__).resolve().parents[2]
REPOSITORY = PACKAGE.parent

# Where this installation keeps what it writes: the database and collected static files.
DATA_DIR = Path(os.environ.get("BREDVID_DATA", REPOSITORY / "var"))

ROOMS = [
    "bredvid.config",
    "bredvid.sheets",
    "bredvid.places",
    "bredvid.accounts",
    "bredvid.room",
    "bredvid.register",
    "bredvid.review",
    "bredvid.webaudit",
    "bredvid.door",
    "bredvid.report",
]
# The rooms come first: their templates win over those of the packages. No admin: nobody has every right.
INSTALLED_APPS = ["django.contrib.staticfiles", *ROOMS, *STAFF_APPS]

MIDDLEWARE = [
    # First, so that every answer has the policy: a style, a refusal and a failure too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Before the static files: on the door's own host nothing is found but her pages and their files.
    "bredvid.door.host.DoorHost",
    "bredvid.door.writing.WorkerPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "bredvid.config.middleware.LanguageFromAddress",
    "django.middleware.common.CommonMiddleware",
    # Sessions, sign-in and messages run for the addresses of staff alone: no reader can be given a cookie by them.
    "bredvid.accounts.middleware.StaffSessions",
    # allauth insists on standing here. It keeps hold of the request and reads nothing of it.
    "allauth.account.middleware.AccountMiddleware",
    # Sets a cookie only where a form asks for one.
    "django.middleware.csrf.CsrfViewMiddleware",
    "bredvid.config.middleware.FormsSayWhereTheyAreFrom",
    "bredvid.accounts.middleware.ClosedByDefault",
    "bredvid.accounts.middleware.DraftsAreForStaff",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
CSRF_FAILURE_VIEW = "bredvid.config.errors.forbidden"

ROOT_URLCONF = "bredvid.config.urls"
WSGI_APPLICATION = "bredvid.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "bredvid.config.context.house",
                "bredvid.report.context.navigation",
                "bredvid.accounts.context.staff",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "bredvid.config.templatetags.house"],
        },
    }
]

DATABASES = {"default": database_from(os.environ.get("DATABASE_URL"), data_dir=DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"

SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The door: the name in the tab and the history of every page of hers, and a host name of its own, where it has one.
DOOR_NAME = os.environ.get("BREDVID_DOOR_NAME", "")
DOOR_HOST = os.environ.get("BREDVID_DOOR_HOST", "")

# The keys of rooms lie in a file of their own: in no database, and in no copy of one.
BREDVID_ROOM_KEYS = Path(os.environ.get("BREDVID_ROOM_KEYS", DATA_DIR / "room-keys"))

# Whether /katalog/, the catalogue of components, is served.
SHOW_CATALOGUE = False
# The first page of the register on a day destroys what is due; tests say themselves which day it is.
REGISTER_TIDIES_ITSELF = True
# Where the register's sums are not counted yet: after so many seconds the page says how far it has come.
REGISTER_PATIENCE_S = 1.5

DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("BREDVID_MAIL_FROM", "Bredvid <bredvid@bredvid.example>")
MAIL_CONFIGURED = False
EMAIL_FILE_PATH = ""
globals().update(mail_from(os.environ.get("BREDVID_SMTP_URL")))
# Whether /personal/post/, the mails that were written into a folder, is served.
SHOW_MAIL = False

# BREDVID_DEBUG=1 is for one's own machine: Django's own error pages, and errors logged with their words.
DEBUG = False
LOGGING = logging_settings(verbose=False)
