"""What can be done here: load rounds and coding frames from their files."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from bredvid.review import checks, loading, reads
from bredvid.review.crosswalk_documents import CROSSWALKS, crosswalk_files, read_crosswalk
from bredvid.review.documents import DocumentError
from bredvid.review.loading import RoundDocument
from bredvid.review.models import Questionnaire, Round
from bredvid.review.questionnaire_documents import QUESTIONNAIRES, questionnaire_files, read_questionnaire
from bredvid.review.storing.contents import store_contents, store_respondents
from bredvid.review.storing.crosswalks import store_crosswalk
from bredvid.review.storing.demonstration import store_demonstration
from bredvid.review.storing.questionnaires import store_code_frame, store_questionnaire
from bredvid.review.storing.synchronising import synchronise


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What was loaded, and how many rows that changed: none when everything was there."""

    rounds: tuple[str, ...]
    questionnaires: int
    crosswalks: int
    code_frames: int
    writes: int


def load(
    rounds: Path = loading.ROUNDS,
    code_frames: Path = loading.CODE_FRAMES,
    questionnaires: Path = QUESTIONNAIRES,
    crosswalks: Path = CROSSWALKS,
) -> Loaded:
    """Loads every questionnaire, round, crosswalk and coding frame, all or nothing; again, it changes nothing.

    Raises DocumentError where a file is wrong or the municipalities are not loaded.
    """
    documents = [loading.read_round(folder) for folder in loading.round_folders(rounds)]
    # A round that builds on another comes after it.
    documents.sort(key=lambda document: (document.round["based_on"] is not None, document.code))
    with transaction.atomic():
        frames = loading.read_code_frames(code_frames)
        writes = sum(store_code_frame(frame) for frame in frames)
        files = questionnaire_files(questionnaires)
        writes += sum(store_questionnaire(read_questionnaire(path)) for path in files)
        writes += sum(load_round(document) for document in documents)
        # A round may bring its own questionnaire, so what leads from one to another comes last.
        passages = crosswalk_files(crosswalks)
        writes += sum(store_crosswalk(read_crosswalk(path), path.name) for path in passages)
    return Loaded(
        rounds=tuple(each.code for each in documents),
        questionnaires=len(files),
        crosswalks=len(passages),
        code_frames=len(frames),
        writes=writes,
    )


@transaction.atomic
def load_round(document: RoundDocument) -> int:
    """Loads one round; returns how many rows that wrote. Raises DocumentError."""
    writes = store_questionnaire(document.questionnaire) if document.questionnaire else 0
    writes += _load_head(document)
    round_ = reads.round_by_code(document.code)
    if document.demonstration is not None:
        return writes + store_demonstration(round_, document.demonstration)
    writes += store_respondents(round_, document)
    writes += store_contents(round_, document)
    _check_sense(round_)
    return writes


def _check_sense(round_: Round) -> None:
    """Reads every result and tests every claim once, so that what cannot be read stops the load instead of a page."""
    try:
        reads.results_of(round_)
    except ValueError as error:
        raise DocumentError(f"{round_.code}/figures.toml: {error}") from None
    try:
        checks.findings_of(round_)
    except LookupError as error:
        raise DocumentError(f"{round_.code}/claims.toml: {error}") from None


def _load_head(document: RoundDocument) -> int:
    row = dict(document.round)
    code, version = row.pop("questionnaire"), row.pop("version")
    try:
        questionnaire = Questionnaire.objects.get(code=code, version=version)
    except Questionnaire.DoesNotExist:
        where = f"{document.code}/round.toml"
        raise DocumentError(f"{where}: there is no questionnaire {code!r} version {version}") from None
    row |= {"code": document.code, "questionnaire_id": questionnaire.pk, "based_on_id": row.pop("based_on")}
    return synchronise(Round.objects.filter(code=document.code), ("code",), [row])
