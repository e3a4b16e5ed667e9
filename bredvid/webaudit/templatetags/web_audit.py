"""How verdicts are said and drawn in a template."""

from collections.abc import Sequence
from fractions import Fraction

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from bredvid.figures import numbers
from bredvid.webaudit.advice.reading import Advice, advice
from bredvid.webaudit.judging.reasons import words
from bredvid.webaudit.models import INDICATOR_CODES, Finding, Passage
from bredvid.webaudit.shapes import Kind, State, Zone

register = template.Library()

STATES = {
    State.FOUND: gettext_lazy("found"),
    State.NOT_FOUND: gettext_lazy("not found"),
    State.UNCLEAR: gettext_lazy("unclear"),
    State.NOT_CHECKED: gettext_lazy("could not be checked"),
}
TONES = {State.FOUND: "found", State.NOT_FOUND: "absent", State.UNCLEAR: "unclear", State.NOT_CHECKED: "unchecked"}
ZONES = {
    Zone.TITLE: gettext_lazy("the page's title"),
    Zone.HEADINGS: gettext_lazy("a heading"),
    Zone.MAIN: gettext_lazy("the text"),
    Zone.FOLDED: gettext_lazy("folded text"),
    Zone.HIDDEN: gettext_lazy("hidden text"),
    Zone.ASIDE: gettext_lazy("a box beside"),
    Zone.NAV: gettext_lazy("the menu"),
    Zone.FOOTER: gettext_lazy("the foot of the page"),
    Zone.SCRIPT: gettext_lazy("text inside script data"),
    Zone.ALT: gettext_lazy("the words of a picture"),
    Zone.PDF: gettext_lazy("a linked document"),
}
KINDS = {
    Kind.GUIDANCE: gettext_lazy("page of support"),
    Kind.START: gettext_lazy("first page of the site"),
    Kind.NEWS: gettext_lazy("news"),
    Kind.MINUTES: gettext_lazy("minutes and decisions"),
    Kind.CALENDAR: pgettext_lazy("a kind of web page", "calendar"),
    Kind.INTERNAL: gettext_lazy("for staff or trade"),
    Kind.PDF: gettext_lazy("document"),
}


# What a site's state is called where it is no reason; what stands in values: vocabularies, forms.
SITE_STATES = {"read": gettext_lazy("the site was read"), "partly read": gettext_lazy("the site was read in part")}
VALUES = {
    "roks": gettext_lazy("the shelters' words"),
    "authority": gettext_lazy("the authorities' words"),
    "hers": gettext_lazy("words of her own"),
    "hiding": gettext_lazy("words that hide the violence"),
    "sugar": gettext_lazy("sugar dating"),
    "images": gettext_lazy("images for payment"),
    "escort": gettext_lazy("escort"),
    "extortion": gettext_lazy("extortion with images"),
    "relation": gettext_lazy("sold by a partner"),
    "exchange": gettext_lazy("swaps for something other than money"),
}


def _language() -> str:
    return "en" if get_language() == "en" else "sv"


@register.filter
def state_words(state: str) -> str:
    """A state in words."""
    return str(STATES[State(state)])


@register.filter
def tone(state: str) -> str:
    """The class that colours a state."""
    return TONES[State(state)]


@register.filter
def zone_words(zone: str) -> str:
    """Where on a page, in words; nothing for no zone."""
    return str(ZONES[Zone(zone)]) if zone else ""


@register.filter
def kind_words(kind: str) -> str:
    """What sort of page, in words."""
    return str(KINDS[Kind(kind)])


@register.filter
def reason_words(reason: str) -> str:
    """Why, in words."""
    return words(reason, _language())


@register.filter
def site_words(state: str) -> str:
    """Whether a site was read, or why not, in words."""
    return str(SITE_STATES[state]) if state in SITE_STATES else words(state, _language())


@register.filter
def page_day(passage: Finding | Passage) -> str:
    """What the page says of its own age: when it was changed, else published, else that it is not known."""
    if passage.page_changed:
        return gettext("changed %(day)s, the page says") % {"day": passage.page_changed.isoformat()}
    if passage.page_published:
        return gettext("published %(day)s, the page says") % {"day": passage.page_published.isoformat()}
    return gettext("when it was changed is not known")


@register.filter
def advised(indicator: str) -> Advice:
    """What is said of an indicator in the reader's language."""
    return advice(_language())[indicator]


@register.filter
def finding_value(finding: Finding) -> str:
    """A finding's value as it is read: a share, clicks, readability, or names in a row."""
    value = finding.value
    if isinstance(value, list):
        return ", ".join(_said(each) for each in value)
    if isinstance(value, float):
        if finding.indicator == "W4":
            return numbers.percent(Fraction(value), _language())
        return numbers.decimal(Fraction(value), _language())
    return "" if value is None else str(value)


def _said(each: str | float) -> str:
    if isinstance(each, float):
        return numbers.decimal(Fraction(each), _language())
    return str(VALUES.get(each, each))


@register.filter
def marks(states: Sequence[str]) -> SafeString:
    """A site's twelve states as a row of marks; a reader of screens hears which are in which state."""
    drawn = format_html_join("", '<span class="{}">{}</span>', zip(map(tone, states), INDICATOR_CODES, strict=True))
    return format_html('<span class="marks" role="img" aria-label="{}">{}</span>', _spoken(states), drawn)


def _spoken(states: Sequence[str]) -> str:
    by_state = {
        state: [code for code, given in zip(INDICATOR_CODES, states, strict=True) if given == state] for state in STATES
    }
    return ". ".join(f"{state_words(state)}: {', '.join(codes)}" for state, codes in by_state.items() if codes)
