"""The steps that make an installation ready to serve. Each knows whether it is due, and is safe to repeat."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from bredvid.config import catalogues, fingerprints

PACKAGE = Path(__file__).resolve().parents[1]
# Rooms with reference data, in the order of loading, and the folders their data depend on.
LOADED_ROOMS = {"places": ("places",), "review": ("places", "figures", "review")}


@dataclass(frozen=True)
class Step:
    """Something to do once: `due` says whether, `run` does it."""

    name: str
    doing: str
    due: Callable[[], bool]
    run: Callable[[], object]


def all_steps() -> list[Step]:
    """The steps in order. Django is up before `due` of any of them is asked."""
    return [
        Step("translations", "Building the translations", lambda: bool(catalogues.stale()), build_catalogues),
        Step("database", "Preparing the database", unapplied_migrations, migrate),
        *(_load_step(room) for room in LOADED_ROOMS if find_spec(f"bredvid.{room}.actions")),
        Step("demonstration-staff", "Making up staff to try with", demo_staff_are_due, make_demo_staff),
        Step("practice-round", "Making up a round to practise on", practice_is_due, make_practice),
        Step("demonstration-register", "Making up shelters and their counts", register_demo_is_due, make_register_demo),
        Step("demonstration-desk", "Making up a desk to write to", desk_demo_is_due, make_desk_demo),
        Step("demonstration-audit", "Reading made-up municipalities' web sites", audit_demo_is_due, make_audit_demo),
        Step("retention", "Destroying what is due in the register", retention_is_due, destroy_what_is_due),
        Step("rooms", "Destroying the rooms whose time is over", rooms_are_due, destroy_rooms),
        Step("static", "Collecting styles and pictures", static_is_stale, collect_static),
    ]


def build_catalogues() -> None:
    """Builds every stale message catalogue."""
    for po in catalogues.stale():
        catalogues.build(po)


def unapplied_migrations() -> bool:
    """Whether the database lacks a migration. Raises Django's OperationalError where it cannot be reached."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Applies the migrations, making the folder of a database file first."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def is_loaded(room: str) -> bool:
    """Whether this database was filled from the room's data as they are now."""
    from bredvid.config.models import Preparation

    return Preparation.objects.filter(step=room, fingerprint=data_fingerprint(room)).exists()


def load(room: str) -> None:
    """Fills the database from the room's data and remembers which."""
    from bredvid.config.models import Preparation

    import_module(f"bredvid.{room}.actions").load()
    Preparation.objects.update_or_create(step=room, defaults={"fingerprint": data_fingerprint(room)})


def data_fingerprint(room: str) -> str:
    """The fingerprint of everything a room's reference data are made from."""
    return fingerprints.of_folders(*(PACKAGE / name for name in LOADED_ROOMS[room]))


def demo_staff_are_due() -> bool:
    """Whether this is one's own machine and its made-up staff are not there yet."""
    return bool(import_module("bredvid.accounts.demonstration").is_due())


def make_demo_staff() -> None:
    """Makes them."""
    import_module("bredvid.accounts.demonstration").make()


def practice_is_due() -> bool:
    """Whether this is one's own machine and its practice round is not there yet."""
    return bool(import_module("bredvid.review.fieldwork.rehearsal").is_due())


def make_practice() -> None:
    """Makes it."""
    import_module("bredvid.review.fieldwork.rehearsal").make()


def register_demo_is_due() -> bool:
    """Whether this is one's own machine and its made-up shelters are not there yet."""
    return bool(import_module("bredvid.register.simulation.demonstration").is_due())


def make_register_demo() -> None:
    """Makes them."""
    import_module("bredvid.register.simulation.demonstration").make()


def desk_demo_is_due() -> bool:
    """Whether this is one's own machine and its made-up desk is not there, or nobody has opened its key today."""
    return bool(import_module("bredvid.room.desk.demonstration").is_due())


def make_desk_demo() -> None:
    """Makes it."""
    import_module("bredvid.room.desk.demonstration").make()


def audit_demo_is_due() -> bool:
    """Whether this is one's own machine and its made-up audits are not there yet."""
    return bool(import_module("bredvid.webaudit.simulation.demonstration").is_due())


def make_audit_demo() -> None:
    """Makes them."""
    import_module("bredvid.webaudit.simulation.demonstration").make()


def retention_is_due() -> bool:
    """Whether the register holds something whose time is over."""
    return bool(import_module("bredvid.register.actions.tidying").is_due())


def destroy_what_is_due() -> None:
    """Destroys it."""
    import_module("bredvid.register.actions.tidying").tidy()


def rooms_are_due() -> bool:
    """Whether the time of a room is over."""
    return bool(import_module("bredvid.room.storing.destroying").is_due())


def destroy_rooms() -> None:
    """Destroys them."""
    import_module("bredvid.room.storing.destroying").tidy()


def static_is_stale() -> bool:
    """Whether the collected files differ from those in the rooms. False where nothing is collected (tests)."""
    from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage

    if not isinstance(staticfiles_storage, ManifestStaticFilesStorage):
        return False
    stamp = _static_stamp()
    return not stamp.exists() or stamp.read_text() != _static_fingerprint()


def collect_static() -> None:
    """Collects styles and pictures under names that change with their content.

    Older ones stay: a server that is running still serves them to pages it has already sent.
    """
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False, stdout=StringIO())
    _static_stamp().write_text(_static_fingerprint())


def _load_step(room: str) -> Step:
    return Step(room, f"Loading the data of {room}", lambda: not is_loaded(room), lambda: load(room))


def _static_stamp() -> Path:
    from django.conf import settings

    return Path(settings.STATIC_ROOT) / ".fingerprint"


def _static_fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    return fingerprints.of_files(
        Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])
    )
