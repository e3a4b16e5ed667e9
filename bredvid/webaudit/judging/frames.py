"""Situations told in many words: where the elements of a frame stand together, as if its word had been found there.

Looked for only on a page that speaks of sex, prostitution or pornography at all: a council that sells pictures of its
town does not.
"""

from collections.abc import Iterator
from dataclasses import replace

from bredvid.webaudit.judging.scan import Mention, Scan, Sentence
from bredvid.webaudit.lexicon import Frame

SUBJECT = (
    "prostitution",
    "pornography",
    "purchase",
    "exploitation",
    "hiding",
    "form",
    "beside_images",
    "element_sexual",
)
"""One of these in a content zone says that the page is about it."""


def add_framed(scan: Scan, frames: tuple[Frame, ...]) -> None:
    """Adds to the scan every place in the content zones where a frame holds, once for each frame and sentence.

    In the order of the frames: a later one may ask for what an earlier one found on the page.
    """
    about_it = any(scan.of(group) for group in SUBJECT)
    for frame in frames:
        asked_for = frame.any_page or about_it
        if asked_for and (not frame.on_page or any(scan.of(group) for group in frame.on_page)):
            scan.add(list(_places(scan, frame)))


def _places(scan: Scan, frame: Frame) -> Iterator[Mention]:
    seen: set[tuple[int, int]] = set()
    for opening in scan.of(frame.opens):
        sentence = scan.sentence(opening)
        if sentence[:2] not in seen and _holds(scan, frame, sentence):
            seen.add(sentence[:2])
            yield _over(scan, frame, opening, sentence)


def _holds(scan: Scan, frame: Frame, sentence: Sentence) -> bool:
    if not all(scan.has(group, sentence) for group in frame.together):
        return False
    around = scan.around(sentence) if frame.beside else [sentence]
    if not all(any(scan.has(group, near) for near in around) for group in frame.beside):
        return False
    return not any(scan.has(group, sentence) for group in frame.never)


def _over(scan: Scan, frame: Frame, opening: Mention, sentence: Sentence) -> Mention:
    """The hit: from the first to the last of what stands together in the sentence."""
    parts = [opening, *(next(scan.within(group, sentence)) for group in frame.together)]
    return replace(opening, term=frame.term, start=min(one.start for one in parts), end=max(one.end for one in parts))
