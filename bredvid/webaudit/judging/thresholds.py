"""Every number a verdict hangs on, each with its rule (docs/reference/web-indicators.md). An equal value meets it."""

RULES_VERSION = "1.0"
"""The version of the rules: the page of rules, these numbers and the code of this folder are one thing."""

FORMS_FOUND = 2
"""W3: form groups named on a page."""

FORMS_UNCLEAR = 1
"""W3: form groups that point at something, but are not enough."""

GENDERED_WORDS = 2
"""W4: gendered person words in the relevant sections."""

GENDERED_SHARE = 0.5
"""W4: their share of all person words there."""

GENDERED_SHARE_UNCLEAR = 0.2
"""W4: the share from which it is unclear."""

PROSE_WORDS = 100
"""W9: words of prose below which readability is not judged."""

LIX = 40
"""W9: the highest LIX of a readable page."""

SENTENCE_WORDS = 15
"""W9: the longest mean sentence of a readable page, in words."""

LIX_UNCLEAR = 50
"""W9: the highest LIX that is unclear."""

CLICKS = 3
"""W10: the longest way that is near, in links from the start page."""

CLICKS_UNCLEAR = 5
"""W10: the longest way that is unclear."""

FAILED_SHARE = 0.10
"""Section 4: the share of tried addresses that may fail in a site that was read."""

QUOTE_LENGTH = 300
"""Section 1: the longest quotation, in characters, marks of what was left out included."""
