"""The columns of the sheets: XLSForm's own, and the ones that carry what only we have.

Ours ride along as attributes of a namespace of our own (`bind::bredvid:…`, `attribute::bredvid:…`) and as extra columns
of the choices. XLSForm allows both, so other tools carry them or pass over them.
"""

import re

NAMESPACE = 'bredvid="urn:bredvid:xlsform"'
SWEDISH, ENGLISH = "Svenska (sv)", "English (en)"
LANGUAGES = {"sv": SWEDISH, "en": ENGLISH}

# What is said in two languages: our field → XLSForm's column.
TRANSLATED = {"text": "label", "hint": "hint", "constraint_message": "constraint_message"}

# Our own attributes of a question, and those that are yes or no.
OWN_TEXTS = (
    "kind", "exclusivity", "depends_on", "list", "short_sv", "short_en", "note_sv", "note_en", "unit_sv", "unit_en",
    "recommendation",
)  # fmt: skip
OWN_FLAGS = ("coded", "inferred", "persons")
OWN_OPTION_TEXTS = ("tone", "missing")
OWN_OPTION_FLAGS = ("inferred",)

ALIASES = {
    "relevance": "relevant", "bind::relevant": "relevant", "bind::constraint": "constraint",
    "bind::required": "required", "bind::calculate": "calculation", "calculate": "calculation",
    "caption": "label", "list name": "list_name", "value": "name", "constraint message": "constraint_message",
    "id_string": "form_id", "title": "form_title", "set form id": "form_id", "set form title": "form_title",
    "readonly": "read_only", "bind::readonly": "read_only",
}  # fmt: skip
LANGUAGE = re.compile(r"^(?P<name>.*?)\s*(?:\((?P<code>[\w-]+)\))?$")
KNOWN_LANGUAGES = {
    "sv": "sv", "sv-se": "sv", "svenska": "sv", "swedish": "sv",
    "en": "en", "en-gb": "en", "en-us": "en", "english": "en", "engelska": "en",
}  # fmt: skip


def own(attribute: str) -> str:
    """The survey's column for an attribute of ours."""
    return f"bind::bredvid:{attribute}"


def own_setting(attribute: str) -> str:
    """The settings' column for an attribute of ours."""
    return f"attribute::bredvid:{attribute}"


def own_choice(attribute: str) -> str:
    """The choices' column for an attribute of ours."""
    return f"bredvid_{attribute}"


def translated(column: str, language: str) -> str:
    """The column for a language, as `label::Svenska (sv)`."""
    return f"{column}::{LANGUAGES[language]}"


def key_of(header: str) -> str:
    """How a column is known in here: lower case, aliases resolved, its language as `label::sv`."""
    plain = " ".join(header.split()).lower()
    plain = ALIASES.get(plain, plain)
    base, mark, rest = plain.partition("::")
    base = ALIASES.get(base, base.replace(" ", "_"))
    if mark and base in {*TRANSLATED.values(), "required_message", "guidance_hint"}:
        return f"{base}::{language_of(rest) or rest}"
    return f"{base}{mark}{rest}"


def language_of(written: str) -> str:
    """ "sv" or "en" for a language as authors write it: "Svenska (sv)", "English", "en"; else empty."""
    match = LANGUAGE.match(written.strip().lower())
    if match is None:
        return ""
    return KNOWN_LANGUAGES.get(match["code"] or "") or KNOWN_LANGUAGES.get(match["name"]) or ""
