"""Words for no answer and for bands of persons, as people type them. Pure."""

# What stands in cells where there is no answer. A mapping can add to it or say otherwise.
REASONS = {
    "vet ej": "dont_know",
    "vet inte": "dont_know",
    "vet ej.": "dont_know",
    "do not know": "dont_know",
    "don't know": "dont_know",
    "don’t know": "dont_know",
    "finns ingen statistik": "no_statistics",
    "ingen statistik": "no_statistics",
    "statistik saknas": "no_statistics",
    "för ingen statistik": "no_statistics",
    "no statistics": "no_statistics",
    "vill inte svara": "refused",
    "vill ej svara": "refused",
    "avböjer": "refused",
    "did not want to answer": "refused",
    "-": "blank",
    "ej besvarad": "blank",
    "ej svar": "blank",
    "inget svar": "blank",
    "obesvarad": "blank",
    "left blank": "blank",
    "no answer": "blank",
}

# The bands of counts of persons (rules/bands.py) as people write them, whatever else stands in their labels.
BANDS = {
    **dict.fromkeys(("0-5", "0 - 5", "0 till 5", "högst 5"), "0-5"),
    **dict.fromkeys(("6-14", "6 - 14", "6 till 14"), "6-14"),
    **dict.fromkeys(("15-30", "15 - 30", "15 till 30"), "15-30"),
    **dict.fromkeys(("över 30", "mer än 30", "fler än 30", "over 30", "more than 30", ">30", "> 30"), "over-30"),
}
