# Two commands matter: `make run` and `make test`. Each step leaves a stamp, so a killed set-up goes on where it was.
PYTHON ?= python3
STAMPS := .venv/.stamps
VENV_PYTHON := .venv/bin/python
BREDVID := .venv/bin/bredvid

.PHONY: run setup test check audit bench pictures lock clean help

help:
	@echo "make run       set everything up and serve the site on http://127.0.0.1:8000"
	@echo "make test      set everything up and run every test this machine can run"
	@echo "make setup     prepare only; the command is then $(BREDVID)"
	@echo "make check     run the gates (style, types, arrows, translations, locks)"
	@echo "make pictures  photograph every page: phone, wide, dark, print"
	@echo "make audit     the slow outside judges"
	@echo "make bench     the benchmarks"
	@echo "make lock      resolve the packages again into requirements/*.lock"

run: $(STAMPS)/run $(STAMPS)/bundle
	@$(BREDVID) serve

setup: $(STAMPS)/run $(STAMPS)/bundle
	@$(BREDVID) prepare

test: $(STAMPS)/dev $(STAMPS)/node $(STAMPS)/bundle
	@$(VENV_PYTHON) -m tests.run

check: $(STAMPS)/dev $(STAMPS)/node $(STAMPS)/bundle
	@$(VENV_PYTHON) -m tests.run --gates

audit: $(STAMPS)/dev $(STAMPS)/node setup
	@$(VENV_PYTHON) -m tests.audit

bench: $(STAMPS)/dev setup
	@$(VENV_PYTHON) -m benchmarks

pictures: $(STAMPS)/dev setup
	@$(VENV_PYTHON) -m tests.pictures

$(STAMPS)/venv: scripts/install.sh
	@sh scripts/install.sh venv "$(PYTHON)"

# uv itself is in the bootstrap lock and is synced with the others: a new uv needs no new environment.
$(STAMPS)/run: $(STAMPS)/venv requirements/run.lock requirements/bootstrap.lock
	@sh scripts/install.sh run

$(STAMPS)/dev: $(STAMPS)/venv requirements/dev.lock requirements/bootstrap.lock
	@sh scripts/install.sh dev

$(STAMPS)/node: $(STAMPS)/dev package-lock.json .npmrc
	@sh scripts/install.sh node

# What her page and the desk load: packages and modules joined into few files, which are in no repository.
$(STAMPS)/packages: $(STAMPS)/venv package-lock.json .npmrc requirements/bootstrap.lock
	@sh scripts/install.sh packages

BUNDLED := scripts/bundle.mjs $(shell find bredvid/room/static/bredvid bredvid/room/shopping -name '*.js' -o -name '*.toml')
$(STAMPS)/bundle: $(STAMPS)/packages $(BUNDLED)
	@sh scripts/install.sh bundle

# Fresh releases wait two weeks before they are taken.
NEWEST ?= $(shell date -u -d '14 days ago' +%Y-%m-%d 2>/dev/null || date -u -v-14d +%Y-%m-%d)
COMPILE = .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --exclude-newer $(NEWEST)

lock: $(STAMPS)/venv
	$(COMPILE) pyproject.toml -o requirements/run.lock
	$(COMPILE) --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock
	$(COMPILE) requirements/bootstrap.in -o requirements/bootstrap.lock

clean:
	rm -rf .venv node_modules
