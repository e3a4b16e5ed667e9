"""What a reviewer sees of rounds in the field: how far each has come, and where every municipality stands."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from bredvid.review.models import Case, Fieldwork, Letter, Link


@dataclass(frozen=True)
class Progress:
    """How far a round has come, in municipalities. They nest: submitted and begun are parts of all.

    `reached` have a link that holds, or have answered.
    """

    all: int
    submitted: int
    begun: int
    locked: int
    reached: int
    with_mailbox: int

    @property
    def untouched(self) -> int:
        """Those that have answered nothing yet."""
        return self.all - self.submitted - self.begun


def fieldworks() -> "QuerySet[Fieldwork]":
    """All rounds in the field, newest first."""
    return Fieldwork.objects.select_related("questionnaire", "previous").prefetch_related("publications")


def progress_of(fieldwork: Fieldwork) -> Progress:
    """Counts of the round's municipalities by how far each has come."""
    submitted = Q(state__in=(Case.State.SUBMITTED, Case.State.REOPENED))
    counts = with_links(fieldwork.cases.order_by()).aggregate(
        all=Count("pk"),
        submitted=Count("pk", filter=submitted),
        begun=Count("pk", filter=Q(state=Case.State.BEGUN)),
        locked=Count("pk", filter=Q(locked=True)),
        reached=Count("pk", filter=Q(linked=True) | submitted),
        with_mailbox=Count("pk", filter=~Q(mailbox="")),
    )
    return Progress(**counts)


def with_links(cases: "QuerySet[Case]") -> "QuerySet[Case]":
    """The cases, each with `linked`: whether a link to it is valid now, and `failed`: whether a mail did not go out."""
    valid = Link.objects.filter(case=OuterRef("pk"), withdrawn_at__isnull=True)
    failed = Letter.objects.filter(case=OuterRef("pk"), state=Letter.State.FAILED)
    return cases.annotate(linked=Exists(valid), failed=Exists(failed))


def cases_of(fieldwork: Fieldwork) -> "QuerySet[Case]":
    """The municipalities of a round in alphabetical order, with county and group, and whether each has a link."""
    return with_links(fieldwork.cases.select_related("county", "group", "fieldwork"))
