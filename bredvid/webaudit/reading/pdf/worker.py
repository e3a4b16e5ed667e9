"""The process that opens documents: lengths and bytes in, JSON out, one after the other until nobody asks any more.

Started by asking.py as `python -m`; it limits itself before it reads its first byte, and knows no addresses or files.
"""

import json
import resource
import sys
from typing import Any, BinaryIO

from pypdfium2 import PdfDocument, PdfiumError

from bredvid.webaudit.reading.pdf.bounds import LENGTH, MEMORY, MOST_CHARACTERS, MOST_PAGES, PROCESSOR_SECONDS
from bredvid.webaudit.reading.problems import PDF_BROKEN, PDF_LOCKED, PDF_TOO_LARGE, PDF_WITHOUT_TEXT, TRUNCATED


def main() -> None:
    """Answers until the pipe is closed."""
    asked, answered = sys.stdin.buffer, sys.stdout.buffer
    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    while (body := _asked(asked)) is not None:
        _limit_processor()
        answer = json.dumps(answer_to(body)).encode()
        answered.write(LENGTH.pack(len(answer)) + answer)
        answered.flush()


def answer_to(body: bytes) -> dict[str, Any]:
    """Gives a document's title and pages of text; `reason` says why there are none, `problem` what is amiss."""
    try:
        document = PdfDocument(body)
    except PdfiumError as error:
        return {"reason": PDF_LOCKED if "password" in str(error).lower() else PDF_BROKEN}
    except MemoryError:
        return {"reason": PDF_TOO_LARGE}
    try:
        return _read(document)
    except MemoryError:
        return {"reason": PDF_TOO_LARGE}
    except PdfiumError:
        return {"reason": PDF_BROKEN}
    finally:
        document.close()


def _read(document: PdfDocument) -> dict[str, Any]:
    pages, room = list[str](), MOST_CHARACTERS
    for number in range(min(len(document), MOST_PAGES)):
        text = _text_of(document, number)[: max(room, 0)]
        room -= len(text)
        pages.append(text)
    if not any(map(str.strip, pages)):
        return {"reason": PDF_WITHOUT_TEXT}
    cut = room <= 0 or len(document) > MOST_PAGES
    title = document.get_metadata_dict().get("Title", "")
    return {"reason": "", "problem": TRUNCATED if cut else "", "title": title[:300], "pages": pages}


def _text_of(document: PdfDocument, number: int) -> str:
    """A page's text; a page that is broken has none, and the others are read."""
    try:
        page = document[number]
        return str(page.get_textpage().get_text_bounded())
    except PdfiumError:
        return ""


def _asked(pipe: BinaryIO) -> bytes | None:
    head = pipe.read(LENGTH.size)
    return pipe.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else None


def _limit(what: int, most: int) -> None:
    """Lowers a limit where the system has it; macOS knows some by name only."""
    try:
        resource.setrlimit(what, (most, most))
    except (ValueError, OSError):
        return


def _limit_processor() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + PROCESSOR_SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


if __name__ == "__main__":
    main()
