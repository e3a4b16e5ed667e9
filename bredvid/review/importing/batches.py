"""A file handed in: kept with how it is read until somebody accepts it or puts it aside."""

import hashlib
from pathlib import PurePath

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.review.importing.mapping import Mapping, from_document, to_document
from bredvid.review.models import Fieldwork, ImportBatch
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Sheet, Table, headed

State = ImportBatch.State


def digest_of(data: bytes) -> str:
    """What tells two files apart."""
    return hashlib.sha256(data).hexdigest()


@transaction.atomic
def hand_in(*, fieldwork: Fieldwork, name: str, data: bytes, mapping: Mapping, by: Staff | None) -> ImportBatch:
    """Keeps a file with its mapping. It writes no answer."""
    return ImportBatch.objects.create(
        fieldwork=fieldwork,
        name=(PurePath(name.replace("\\", "/")).name or "file")[:200],
        digest=digest_of(data),
        content=data,
        mapping=to_document(mapping),
        staff=by,
        at=timezone.now(),
    )


@transaction.atomic
def set_mapping(*, batch: ImportBatch, mapping: Mapping) -> None:
    """Changes how a file that waits is read. Raises ImportRefused for one that waits no longer."""
    refuse_unless_waiting(batch)
    batch.mapping = to_document(mapping)
    batch.save(update_fields=["mapping"])


@transaction.atomic
def put_aside(*, batch: ImportBatch) -> None:
    """Puts a file aside; its content goes, that it was handed in stays. Raises ImportRefused for an accepted one."""
    refuse_unless_waiting(batch)
    batch.state, batch.content = State.REFUSED, b""
    batch.save(update_fields=["state", "content"])


def refuse_unless_waiting(batch: ImportBatch) -> None:
    """Locks the batch. Two who press at once: the second is told what the first did."""
    held = ImportBatch.objects.select_for_update(of=("self",)).only("state").get(pk=batch.pk)
    if held.state != State.UPLOADED:
        raise ImportRefused(
            _("This file has been dealt with already: %(state)s.") % {"state": held.get_state_display()}
        )


def batches_of(fieldwork: Fieldwork) -> "QuerySet[ImportBatch]":
    """The round's files, newest first, without their content."""
    return ImportBatch.objects.filter(fieldwork=fieldwork).defer("content").select_related("staff")


def same_file(batch: ImportBatch) -> ImportBatch | None:
    """An accepted file with the same bytes, under whatever name."""
    others = batches_of(batch.fieldwork).filter(digest=batch.digest, state=State.ACCEPTED)
    return others.exclude(pk=batch.pk).first()


def mapping_of(batch: ImportBatch) -> Mapping:
    """How the batch is read."""
    return from_document(batch.mapping)


def sheet_of(batch: ImportBatch, title: str | None = None) -> Sheet:
    """The batch's file, read again. Raises ImportRefused."""
    wanted = mapping_of(batch).sheet if title is None else title
    return read_sheet(name=batch.name, data=bytes(batch.content), sheet=wanted)


def table_of(batch: ImportBatch) -> Table:
    """The batch's table under its mapping. Raises ImportRefused."""
    return headed(sheet_of(batch), mapping_of(batch).header)


def used_before(fieldwork: Fieldwork, columns: tuple[str, ...]) -> Mapping | None:
    """The newest mapping of an accepted file with the same columns, of any round; its codes may not be this round's."""
    earlier = ImportBatch.objects.filter(state=State.ACCEPTED, summary__columns=list(columns))
    own_first = earlier.filter(fieldwork=fieldwork).defer("content").first() or earlier.defer("content").first()
    if own_first is None:
        return None
    try:
        return mapping_of(own_first)
    except ImportRefused:
        return None
