"""The pages of one invented site: start page, the way to the help, the help itself, and what stands around it."""

from collections.abc import Iterator

from bredvid.webaudit.farm.markup import Sheet
from bredvid.webaudit.farm.places import Place
from bredvid.webaudit.farm.traits import Traits
from bredvid.webaudit.farm.words import passage, passages, texts

SUPPORT = "/omsorg-och-hjalp"
# Steps between the support page and the page about violence, as many as the trait `depth` asks for.
_STEPS = (
    ("individ-och-familj", "Individ och familj"),
    ("rad-och-stod", "Råd och stöd"),
    ("kris-och-akut-hjalp", "Kris och akut hjälp"),
)
_MONTHS = ("januari", "februari", "mars", "april", "maj")
MENU = (
    (SUPPORT, "Omsorg och hjälp"),
    ("/bygga-och-bo", "Bygga och bo"),
    ("/uppleva-och-gora", "Uppleva och göra"),
    ("/forskola-och-skola", "Förskola och skola"),
    ("/trafik-och-gator", "Trafik och gator"),
    ("/kommun-och-politik", "Kommun och politik"),
    ("/nyheter", "Nyheter"),
    ("/kalender", "Kalender"),
    ("/english", "English"),
    ("/lattlast", "Lättläst"),
)

# Addresses that are not what they seem (odd.py has what they answer).
ODD = (
    ("/kontakta-oss", "Kontakt"), ("/vald", "Våld"), ("/borta", "Stöd som har flyttat"), ("/saknas", "Stöd som saknas"),
    ("/krasch", "Trasig sida"), ("/upptagen", "Jour: upptagen sida"), ("/loop/a", "Sida som går runt"),
    ("/dokument/bild.html", "Bild som kallas sida"), ("/dokument/karta.png", "Karta"), ("/ut", "Ut härifrån"),
    ("/omsorg-och-hjalp;jsessionid=A1B2?utm_source=start#stod", "Omsorg igen"),
)  # fmt: skip


def help_path(traits: Traits) -> str:
    """Where the page stands that she should find."""
    steps = [step for step, _ in _STEPS[: int(traits["depth"]) - 2]]
    name = "vald-i-nara-relationer" if _is_tied(traits) else "stod-till-dig-som-ar-utsatt"
    return "/".join([SUPPORT, *steps, name])


def sheets_of(place: Place, traits: Traits) -> Iterator[Sheet]:
    """Every ordinary page, the start page first."""
    yield _start(place)
    yield from _way(place, traits)
    yield _help(place, traits)
    yield _contact(place, traits)
    if traits["buyers"] == "apart" or traits["naming"] == "purchase":
        yield _buyers(place, traits)
    yield from _others(place, traits)
    yield from _news(place)
    yield from _papers(place)


def _odd(place: Place) -> list[tuple[str, str]]:
    """A few of the odd addresses, others for each site: no site is mostly broken."""
    return [ODD[(place.number + step) % len(ODD)] for step in (0, 4, 7)]


def _is_tied(traits: Traits) -> bool:
    return traits["naming"] in ("tied", "none")


def _start(place: Place) -> Sheet:
    news = texts()["start"]["news"]
    links = (
        (SUPPORT, "Stöd och omsorg"),
        ("/nyheter", "Alla nyheter"),
        ("/internt", "Intranät"),
        ("/om-webbplatsen", "Om webbplatsen"),
    )
    return Sheet("/", "Startsida", [passage(place, "start", "welcome")], links=links, items=news)


def _way(place: Place, traits: Traits) -> Iterator[Sheet]:
    path, target = SUPPORT, help_path(traits)
    steps = [("", "Omsorg och hjälp"), *_STEPS[: int(traits["depth"]) - 2]]
    for number, (step, title) in enumerate(steps):
        path = f"{path}/{step}".rstrip("/")
        further = steps[number + 1] if number + 1 < len(steps) else None
        links = [(f"{path}/{further[0]}", further[1])] if further else [(target, _help_title(traits))]
        yield Sheet(path, title, [passage(place, "support", "intro")], links=[*links, ("/kontakt", "Kontakta oss")])


def _help_title(traits: Traits) -> str:
    return "Våld i nära relationer" if _is_tied(traits) else "Stöd till dig som är utsatt"


def _help(place: Place, traits: Traits) -> Sheet:
    first = [passage(place, "support", "hub"), passage(place, "naming", traits["naming"])]
    parts = ("pornography", "gender", "unit", "anonymous")
    rest = [passage(place, part, traits[part]) for part in parts if traits[part] != "none"]
    if traits["buyers"] == "together":
        rest.append(passage(place, "buyers", "together"))
    folded = [("Så kan vi hjälpa dig", " ".join(passages(place, "plain", traits["plain"])))]
    if traits["shelter"] != "none":
        folded.append(("Fler som kan hjälpa", passage(place, "shelter", traits["shelter"])))
    if traits["history"] == "yes":
        folded.append(("Surfa säkert", passage(place, "safe", "history")))
    items = [texts()["forms"][form] for form in traits.forms]
    lead = [passage(place, "forms", "lead")] if items else []
    links = [("/kontakt", "Kontakta oss"), ("/dokument/handlingsplan.pdf", "Handlingsplan mot våld (pdf)")]
    return Sheet(
        help_path(traits), _help_title(traits), [*first, *rest, *lead], folded, links, contact=True, help_page=True,
        items=items,
    )  # fmt: skip


def _contact(place: Place, traits: Traits) -> Sheet:
    near = int(traits["depth"]) <= 3  # else this would be a short cut
    links = [(help_path(traits), _help_title(traits))] if near else []
    return Sheet("/kontakt", "Kontakta oss", [passage(place, "contact", "line")], links=links, contact=True)


def _buyers(place: Place, traits: Traits) -> Sheet:
    text = passage(place, "buyers", "apart") if traits["buyers"] == "apart" else passage(place, "naming", "purchase")
    return Sheet(f"{SUPPORT}/sexkop", "Om sexköp", [text])


def _others(place: Place, traits: Traits) -> Iterator[Sheet]:
    # Who does not say it in Swedish says it in no other way.
    says = {kind: traits[kind] if traits["naming"] == "full" else "none" for kind in ("english", "easy")}
    english, easy = texts()["english"]["title"], texts()["easy"]["title"]
    yield Sheet("/english", english, [passage(place, "english", says["english"])], language="en")
    yield Sheet("/lattlast", easy, [passage(place, "easy", says["easy"])])
    pages = texts()["other"]["pages"]
    for head in sorted({path.partition("/")[0] for path, _, _ in pages}):
        under = [(f"/{path}", title) for path, title, _ in pages if path.startswith(head)]
        yield Sheet(f"/{head}", dict(MENU)[f"/{head}"], ["Välj en sida."], links=under)
    for path, title, text in pages:
        yield Sheet(f"/{path}", title, [text])


def _news(place: Place) -> Iterator[Sheet]:
    titles = [*texts()["start"]["news"], "Utbildning för personalen"]
    links = [(f"/nyheter/2026-0{number}-15-nyhet", title) for number, title in enumerate(titles, 1)]
    yield Sheet("/nyheter", "Nyheter", ["Aktuellt från kommunen."], links=links)
    for (path, title), number in zip(links, range(1, 9), strict=False):
        text = passage(place, "newsitem", "text") if number == len(titles) else f"{title}. Läs mer längre fram."
        yield Sheet(path, title, [f"Publicerad 15 {_MONTHS[number - 1]} 2026", text])


def _papers(place: Place) -> Iterator[Sheet]:
    links = [
        (f"/kommun-och-politik/protokoll/socialnamnden-2026-0{month}", f"Protokoll {month}/2026") for month in (2, 4)
    ]
    yield Sheet("/kommun-och-politik/protokoll", "Protokoll och kallelser", ["Nämndernas handlingar."], links=links)
    for path, title in links:
        yield Sheet(path, title, [passage(place, "minutes", "text")])
    yield Sheet("/om-webbplatsen", "Om webbplatsen", ["Hela webbplatsen, också det som är trasigt."], links=_odd(place))
    yield Sheet("/internt", "Intranät", ["För dig som arbetar i kommunen."])
    yield Sheet("/internt/oppet/jobb", "Lediga jobb", ["Vi söker en socialsekreterare till IFO."])
