"""The room stands alone: it needs no other room, and of Django nothing but its translations."""

import ast
from pathlib import Path

ROOM = Path(__file__).resolve().parents[1]
ALLOWED = ("bredvid.sheets", "django.utils.translation")


def imported(path: Path) -> list[str]:
    """The modules of the house and of Django that a file imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return [name for name in names if name.split(".")[0] in ("bredvid", "django")]


def test_nothing_is_imported_but_the_room_itself_and_the_translations():
    files = list(ROOM.glob("*.py"))
    assert len(files) > 10
    wrong = {(path.name, name) for path in files for name in imported(path) if not name.startswith(ALLOWED)}
    assert not wrong
