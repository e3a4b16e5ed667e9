"""How staff sign in. Sessions exist under /personal/ and on draft rounds only: docs/decisions/0010-…"""

from datetime import timedelta

STAFF_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

AUTH_USER_MODEL = "accounts.Staff"
# An e-mail is unique however it is spelled, by a constraint on Lower(); the check knows `unique=True` alone.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["bredvid.accounts.backends.StaffBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "bredvid.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "bredvid.accounts.passwords.NotLikeHer", "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "bredvid.accounts.passwords.NotCommon"},
    {"NAME": "bredvid.accounts.passwords.NotDigitsAlone"},
]
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=2).total_seconds())

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:home"

SESSION_ENGINE = "bredvid.accounts.sessions"
# A working day; the browser forgets it when it is closed.
SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "personal"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# In the session: a cookie of its own would outlive it.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None

# allauth counts attempts by address here: in the memory of a process, written nowhere, gone when it ends.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

ACCOUNT_ADAPTER = "bredvid.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# Whoever has an account answered an invitation that came to that address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Bredvid: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = int(timedelta(minutes=15).total_seconds())

MFA_ADAPTER = "bredvid.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Bredvid"
# A phone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "bredvid.accounts.second_factor.SignInForm",
    "reauthenticate": "bredvid.accounts.second_factor.ConfirmForm",
    "add_webauthn": "bredvid.accounts.second_factor.NewKeyForm",
}
MFA_RECOVERY_CODE_COUNT = 10

# Demo sign-ins with their six-digit codes on the sign-in page: for one's own machine.
SHOW_DEMO_SIGN_INS = False
# A mail that only somebody known is sent leaves in a thread of its own.
MAIL_ASIDE = True
