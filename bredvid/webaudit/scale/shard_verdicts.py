"""The one pure function of the audit at any scale: a shard of an archive in, its pages' verdicts out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bredvid.webaudit.archive.shards import Shard
from bredvid.webaudit.judging.duplicates import once_each
from bredvid.webaudit.judging.pages import judge_page, unread
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.sites import judge_sites
from bredvid.webaudit.judging.thresholds import RULES_VERSION
from bredvid.webaudit.lexicon import current
from bredvid.webaudit.reading.page import read
from bredvid.webaudit.reading.problems import Unreadable
from bredvid.webaudit.scale.sharing import Sharing
from bredvid.webaudit.scale.tidying import seldom_tidied
from bredvid.webaudit.shapes import Judgement, PageVerdicts, Problem, Raw


@dataclass(frozen=True, slots=True)
class ShardVerdicts:
    """What judging a shard gave: every page tried, and by name what was not read, or read with something amiss."""

    pages: tuple[PageVerdicts, ...]
    problems: tuple[Problem, ...]


def judge_shard(shard: Shard) -> ShardVerdicts:
    """Judges the pages of a shard. Needs nothing but the shard; never raises for what stands in it."""
    pages: list[PageVerdicts] = []
    problems: list[Problem] = []
    with seldom_tidied():
        for raw in shard.raws():
            judged = judge_raw(raw)
            pages.append(judged)
            problems += [Problem(raw.where or raw.url, code) for code in _problems(judged)]
        return ShardVerdicts(Sharing().of(pages), tuple(problems))


def judge_raw(raw: Raw) -> PageVerdicts:
    """The verdicts of a raw page; where it cannot be read, each is *could not be checked*."""
    if raw.problem:
        return unread(raw, raw.problem)
    try:
        return judge_page(read(raw))
    except Unreadable as error:
        return unread(raw, error.reason)
    except Exception:  # one page that nobody foresaw must not stop 290 municipalities; it is told by name
        return unread(raw, Reason.UNEXPECTED)


def gathered(shards: Iterable[ShardVerdicts]) -> Judgement:
    """The judgement of all shards together: the same whatever order they come in."""
    every: list[PageVerdicts] = []
    problems: set[Problem] = set()
    for shard in shards:
        every += shard.pages
        problems.update(shard.problems)
    pages = once_each(every)
    return Judgement(
        lexicon=current().version,
        rules=RULES_VERSION,
        pages=tuple(pages),
        sites=judge_sites(pages),
        problems=tuple(sorted(problems, key=lambda problem: (problem.where, problem.reason))),
    )


def _problems(page: PageVerdicts) -> Iterator[str]:
    if page.problem:
        yield page.problem
    yield from page.problems
