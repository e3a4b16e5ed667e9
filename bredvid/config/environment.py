"""Every name Bredvid reads from the environment. docs/reference/settings.md is made from this list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Variable:
    """A name, what it does, and what holds when it is not set."""

    name: str
    meaning: str
    default: str


VARIABLES = (
    Variable(
        "BREDVID_SETTINGS",
        "Which settings to run with: `development` (one's own machine, plain http) or `production` (for the public).",
        "`development`",
    ),
    Variable(
        "BREDVID_DATA",
        "Folder for what the installation writes: the database file and the collected styles. On a local disk.",
        "`var/` beside the package",
    ),
    Variable(
        "DATABASE_URL",
        "Address of the database: `postgresql://user:password@host/name`, or `sqlite:///path`.",
        "SQLite in `BREDVID_DATA`",
    ),
    Variable(
        "BREDVID_SECRET_KEY",
        "Production only: a long random text that signs what the site sends out. Keep it out of the repository.",
        "none; production refuses to start without it",
    ),
    Variable(
        "BREDVID_HOSTS",
        "Production only: the names the site answers to, separated by commas.",
        "none; production refuses to start without it",
    ),
    Variable(
        "BREDVID_DOOR_HOST",
        "A neutral host name for her pages alone, such as `anteckningar.example`: nothing else is found there, and the "
        "site leads there. [How](../how-to/the-doors-own-host.md).",
        "none; her pages stand on the site's own host",
    ),
    Variable(
        "BREDVID_DOOR_NAME",
        "What stands in the tab and in the history on every page of hers. Neutral: it must not tell what she reads.",
        "`Anteckningar`, in English `Notes`",
    ),
    Variable(
        "BREDVID_ROOM_KEYS",
        "File of the keys of rooms, made at the first start, readable by the server's user alone. On a local disk, and "
        "in no backup: a copy of it undoes that a destroyed room is gone.",
        "`room-keys` in `BREDVID_DATA`",
    ),
    Variable(
        "BREDVID_DEBUG",
        "Development only: `1` shows Django's own error pages and logs errors with their words.",
        "off",
    ),
    Variable(
        "BREDVID_TRACEBACK",
        "`1` lets an unforeseen error of a command show where it happened instead of one line.",
        "off",
    ),
    Variable(
        "BREDVID_BASE_URL",
        "The site's public address. Identifiers in the catalogue of open data begin with it, so keep it for good.",
        "`https://bredvid.example/`",
    ),
    Variable(
        "BREDVID_DATA_CONTACT",
        "E-mail address to write to about the open data; it stands in the catalogue.",
        "`data@bredvid.example`",
    ),
    Variable(
        "BREDVID_SMTP_URL",
        "The mail server: `smtp+starttls://user:password@host:587`, `smtps://…:465` or `smtp://host:25`.",
        "development: mails are files in `var/mail`, read at `/personal/post/`; production: no mail can be sent",
    ),
    Variable(
        "BREDVID_MAIL_FROM",
        "From whom mails are: `Bredvid <bredvid@roks.example>`.",
        "`Bredvid <bredvid@bredvid.example>`",
    ),
    Variable(
        "BREDVID_CRAWL_CONTACT",
        "E-mail address, or address of a page, for municipalities; it stands in every request of the web audit.",
        "none; without it or `--contact` no municipality's site is read",
    ),
    Variable(
        "DJANGO_SETTINGS_MODULE",
        "A settings module of one's own, by its full name; it wins over `BREDVID_SETTINGS`.",
        "chosen by `BREDVID_SETTINGS`",
    ),
    Variable("CI", "`true` makes a skipped test a failed one.", "off"),
)
