"""The words a page is searched for: versioned data, its linter, and how words are found. Pure.

`current()` is the newest lexicon; `matcher()` finds its words in a text.
"""

from bredvid.webaudit.lexicon.matching import Matcher as Matcher, matcher as matcher
from bredvid.webaudit.lexicon.reading import current as current, versions as versions
from bredvid.webaudit.lexicon.shape import Frame as Frame, Group as Group, Hit as Hit, Lexicon as Lexicon, Term as Term
