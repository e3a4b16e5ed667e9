"""Larger parts of the country than counties, for weights and response where a county has too few answers. Pure.

Statistics Sweden's eight national areas are the EU's NUTS 2; the first digit of their code is the part of the country
(NUTS 1): 1 east, 2 south, 3 north. Regulation (EC) No 1059/2003, annex I.
"""

COUNTIES_OF = {
    "SE11": ("01",),
    "SE12": ("03", "04", "05", "18", "19"),
    "SE21": ("06", "07", "08", "09"),
    "SE22": ("10", "12"),
    "SE23": ("13", "14"),
    "SE31": ("17", "20", "21"),
    "SE32": ("22", "23"),
    "SE33": ("24", "25"),
}
NAMES = {
    # The area is the county, and so called: "Stockholm" alone is a municipality, which a demonstration never names.
    "SE11": ("Stockholms län", "Stockholm County"),
    "SE12": ("Östra Mellansverige", "East Central Sweden"),
    "SE21": ("Småland med öarna", "Småland and the islands"),
    "SE22": ("Sydsverige", "South Sweden"),
    "SE23": ("Västsverige", "West Sweden"),
    "SE31": ("Norra Mellansverige", "North Central Sweden"),
    "SE32": ("Mellersta Norrland", "Central Norrland"),
    "SE33": ("Övre Norrland", "Upper Norrland"),
}
_REGION_OF = {county: region for region, counties in COUNTIES_OF.items() for county in counties}


def region_of(county: str) -> str:
    """The code of the national area a county lies in. Raises KeyError for a code that is no county's."""
    return _REGION_OF[county]


def part_of_country(region: str) -> str:
    """Which of the three parts of the country it belongs to."""
    return region[2]


def region_name(region: str, language: str) -> str:
    """Its name in "sv" or "en"."""
    return NAMES[region][language == "en"]
