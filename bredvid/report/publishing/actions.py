"""Publishing: everything of an edition in one transaction, or nothing."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.claims.report import compose_chapters, compose_report, without_faults
from bredvid.report.drafting.chapters import Drafted
from bredvid.report.editing.desk import draft_round
from bredvid.report.manuscript.reading import chapters_of_an_edition, edition_of, newest_versions, site_texts_of
from bredvid.report.models import ChapterVersion, EditionChapter
from bredvid.report.publishing.checklist import checklist
from bredvid.report.publishing.snapshot import snapshot_of
from bredvid.review.models import Fieldwork, Publication, Round
from bredvid.review.projection import build, digest_of


class NotReady(Exception):  # noqa: N818 (says what it is)
    """Something on the list stops the round from being published. The message says what."""


class ChangedSince(Exception):  # noqa: N818 (says what happened)
    """Answers or chapters have changed since the draft was looked at."""


def seen_of(draft: Round) -> str:
    """What the draft says, in short: it changes with any answer and any chapter somebody saves."""
    newest = max((row.pk for row in newest_versions(draft.code).values()), default=0)
    return f"{digest_of(draft)}.{newest}"


def publish(
    *,
    fieldwork: Fieldwork,
    seen: str,
    staff: Staff | None,
    note_sv: str = "",
    note_en: str = "",
    day: date | None = None,
) -> Publication:
    """Publishes a round as its next edition, exactly as it was seen.

    Raises ChangedSince where it no longer is as it was seen, NotReady where something stops it, ReportError where a
    claim does not hold. Nothing is then published.
    """
    draft = draft_round(fieldwork)
    if draft is None:
        raise NotReady(f"the draft of {fieldwork.code} is not built")
    # What takes time is done first, so that nobody who answers meanwhile has to wait: what is published is the same.
    _require_ready(fieldwork, draft)
    _try_everything(draft)
    with transaction.atomic():
        locked = Fieldwork.objects.select_for_update().get(pk=fieldwork.pk)
        last = edition_of(locked.code)
        edition = last.edition + 1 if last else 1
        round_ = build(locked, draft=False, edition=edition, published_on=day or timezone.localdate())
        if seen_of(round_) != seen:
            raise ChangedSince(f"{locked.code} is not as it was seen")
        publication = Publication.objects.create(
            fieldwork=locked,
            edition=edition,
            at=timezone.now(),
            staff=staff,
            digest=digest_of(round_),
            figures=snapshot_of(round_),
            note_sv=note_sv,
            note_en=note_en,
        )
        _fix_chapters(publication, round_)
        detail = f"edition {edition}, {publication.digest[:12]}"
        record(staff=staff, action=Action.ROUND_PUBLISH, subject=locked.code, detail=detail)
    return publication


def _require_ready(fieldwork: Fieldwork, draft: Round) -> None:
    stops = [point.text for point in checklist(fieldwork, draft) if point.stops]
    if stops:
        raise NotReady(" ".join(stops))


def _fix_chapters(publication: Publication, round_: Round) -> None:
    """Gives the edition its chapters as they are now, the machine's too. What nobody has written is left out."""
    saved = newest_versions(round_.code)
    for each in chapters_of_an_edition(round_):
        version = each if isinstance(each, ChapterVersion) else _kept(each, round_, saved)
        EditionChapter.objects.create(publication=publication, chapter=version)


def _kept(chapter: Drafted, round_: Round, saved: dict[tuple[str, str, str], ChapterVersion]) -> ChapterVersion:
    """The machine's text as a version of its own; the former one where it says the same."""
    former = saved.get((chapter.kind, chapter.slug, chapter.language))
    if former and former.generated and (former.text, former.number) == (chapter.text, chapter.number):
        return former
    return ChapterVersion.objects.create(
        round=round_.code,
        kind=chapter.kind,
        language=chapter.language,
        number=chapter.number,
        slug=chapter.slug,
        version=former.version + 1 if former else 1,
        text=chapter.text,
        generated=True,
        at=timezone.now(),
    )


def _try_everything(round_: Round) -> None:
    """Composes the report and the site's texts, drawings and all, as readers will meet them. Raises ReportError."""
    for language in LANGUAGES:
        compose_report(round_, language)
        without_faults(compose_chapters(round_, site_texts_of(round_.code, language)))
