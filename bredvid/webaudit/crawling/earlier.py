"""An earlier audit of the same site: what to ask only if it has changed, and its body where it has not."""

from pathlib import Path

from bredvid.webaudit.crawling.records import Kept, kept_at, kept_in


class Earlier:
    """The pages of an earlier archive that carry an ETag or a date of change. Bodies stay on disk."""

    def __init__(self, path: Path | None) -> None:
        self._path = path if path is not None and path.is_file() else None
        self._pages: dict[str, tuple[int, dict[str, str]]] = {}
        if self._path is not None:
            for kept in kept_in(self._path, bodies=False):
                if kept.status == 200 and (conditions := _conditions(kept)):
                    self._pages[kept.url] = (kept.offset, conditions)

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a page only if it has changed; empty where there is no earlier one."""
        return self._pages[url][1] if url in self._pages else {}

    def page(self, url: str) -> Kept:
        """The page as it was kept. Raises LookupError where it was not."""
        if self._path is None or url not in self._pages:
            raise LookupError(url)
        return kept_at(self._path, self._pages[url][0])


def _conditions(kept: Kept) -> dict[str, str]:
    fields = kept.fields
    pairs = (("If-None-Match", fields.get("etag")), ("If-Modified-Since", fields.get("last-modified")))
    return {name: value for name, value in pairs if value}
