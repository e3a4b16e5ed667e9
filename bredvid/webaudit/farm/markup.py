"""Markup in the manner of municipal sites: header, menus, banners, folded panels, start state in scripts, footer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from bredvid.webaudit.farm.places import Place
from bredvid.webaudit.farm.traits import Traits
from bredvid.webaudit.farm.words import day_of, passage, texts

Links = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Sheet:
    """A page before it is markup."""

    path: str
    title: str
    paragraphs: Sequence[str] = ()
    folded: Sequence[tuple[str, str]] = ()  # heading and text
    links: Links = ()
    language: str = "sv"
    contact: bool = False
    help_page: bool = False
    items: Sequence[str] = field(default=())


def as_html(place: Place, traits: Traits, sheet: Sheet, menu: Links) -> str:
    """The whole page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{sheet.language}">\n<head>\n'
        f"<title>{escape(sheet.title)} - {place.name}</title>\n"
        f'<meta charset="{_said_charset(traits)}">\n{_third_party(traits, sheet)}</head>\n<body>\n'
        f"{_banner(traits)}{_header(place, menu)}{_exit(place, traits, sheet)}{_main(place, traits, sheet)}"
        f"{_contact(place) if sheet.contact else ''}{_footer(place, traits, sheet)}</body>\n</html>\n"
    )


def _said_charset(traits: Traits) -> str:
    return "utf-8" if traits["charset"] == "wrong" else traits["charset"]


def _third_party(traits: Traits, sheet: Sheet) -> str:
    if traits["third"] == "no":
        return ""
    return (
        '<script async src="https://matning.example/m.js"></script>\n' if sheet.help_page or sheet.path == "/" else ""
    )


def _banner(traits: Traits) -> str:
    if traits["banner"] == "no":
        return ""
    text = texts()["cookies"]
    return (
        f'<div id="cookie-consent" class="cookie-banner" role="dialog" aria-label="Kakor"><p>{escape(text["text"])}</p>'
        f"<button>{text['accept']}</button><button>{text['decline']}</button></div>\n"
    )


def _header(place: Place, menu: Links) -> str:
    words = texts()["translate"]
    languages = "".join(f"<option>{language}</option>" for language in words["languages"])
    return (
        f'<header><a href="/">{place.name}</a><form action="/sok" role="search"><input name="q"></form>'
        f'<div class="translate"><label>{words["label"]}<select>{languages}</select></label></div>'
        f'<nav aria-label="Huvudmeny"><ul>{_list(menu)}<li><a href="/logga-in">Logga in</a></li>'
        f'<li><a href="/sok?q=st%C3%B6d">Sök</a></li></ul></nav></header>\n'
    )


def _list(links: Links) -> str:
    return "".join(f'<li><a href="{escape(href)}">{escape(text)}</a></li>' for href, text in links)


def _exit(place: Place, traits: Traits, sheet: Sheet) -> str:
    if not sheet.help_page or traits["exit"] == "no":
        return ""
    words = passage(place, "safe", "exit")
    return f'<a class="quick-exit" href="https://www.vader.example/" rel="noreferrer">{words}</a>\n'


def _main(place: Place, traits: Traits, sheet: Sheet) -> str:
    scripted = traits["layout"] == "script" and sheet.help_page
    shown = sheet.paragraphs[:1] if scripted else sheet.paragraphs
    inside = (
        f"<h1>{escape(sheet.title)}</h1>\n" + "".join(f"<p>{escape(text)}</p>\n" for text in shown)
        + "".join(_folded(traits, number, *each) for number, each in enumerate(sheet.folded))
        + (f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in sheet.items)}</ul>\n" if sheet.items else "")
        + (f'<ul class="subpages">{_list(sheet.links)}</ul>\n' if sheet.links else "")
    )  # fmt: skip
    if scripted:
        inside += _state(sheet)
    return (
        f'<div id="svid10" class="sv-main">{inside}</div>\n'
        if traits["layout"] == "divs"
        else f"<main>{inside}</main>\n"
    )


def _state(sheet: Sheet) -> str:
    """What SiteVision-like sites leave for their own scripts: the text of the page as JSON."""
    content = "".join(f"<p>{escape(text)}</p>" for text in sheet.paragraphs[1:])
    state = json.dumps({"heading": sheet.title, "content": content, "show": True}, ensure_ascii=False).replace(
        "</", "<\\/"
    )
    return f"<script>AppRegistry.registerInitialState('12.3a{len(sheet.title)}', {state});</script>\n"


def _folded(traits: Traits, number: int, heading: str, text: str) -> str:
    head, body = escape(heading), f"<p>{escape(text)}</p>"
    if traits["folding"] == "details":
        return f"<details><summary>{head}</summary>{body}</details>\n"
    if traits["folding"] == "panels":
        return (
            f'<h2><button aria-expanded="false" aria-controls="panel-{number}">{head}</button></h2>\n'
            f'<div id="panel-{number}" class="panel collapse" style="display:none">{body}</div>\n'
        )
    return f"<h2>{head}</h2>\n{body}\n"


def _contact(place: Place) -> str:
    line = passage(place, "contact", "line")
    return (
        f'<aside class="contact-box"><h2>{passage(place, "contact", "title")}</h2><p>{escape(line)}</p>'
        f"<p>{passage(place, 'contact', 'hours')}</p>"
        f'<p><a href="tel:{place.phone.replace(" ", "").replace("-", "")}">Ring</a> '
        f'<a href="mailto:stod@{place.host}">Skriv</a></p></aside>\n'
    )


def _footer(place: Place, traits: Traits, sheet: Sheet) -> str:
    return (
        f"<footer>{_stamp(place, traits, sheet)}"
        f"<p>{escape(passage(place, 'footer', 'line'))}</p><p>{escape(passage(place, 'footer', 'address'))}</p>"
        '<ul><li><a href="/kommun-och-politik/dataskydd">Behandling av personuppgifter</a></li>'
        '<li><a href="/dokument/blankett.docx">Blankett</a></li></ul></footer>\n'
    )


def _stamp(place: Place, traits: Traits, sheet: Sheet) -> str:
    """When the page says that it was changed or published, where the site says so."""
    if traits["stamp"] == "none":
        return ""
    said = passage(place, "footer", traits["stamp"])
    return f"<p>{escape(said)} {day_of(place, sheet.path).isoformat()}</p>"
