# The project's commands; `make` lists them. Everything is installed in .venv, from the lock files.

PYTHON ?= python3
UV ?= .venv/bin/uv

# These reach the recipes through the environment, so spaces and quotes in them are safe.
export RAW OUT LOWER AREA A B

VENV := .venv/.created
RUN := .venv/.run-installed
FETCH := .venv/.fetch-installed
DEV := .venv/.dev-installed
BENCH := .venv/.bench-installed
NOTEBOOKS := .venv/.notebooks-installed
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input -qq install

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help extract fetch diff notebooks fit evaluate evaluate-transfer floors test check bench fuzz docs lock \
	clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  RAW="a folder" OUT="another folder"   other documents, other tables (extract)'
	@echo '  AREA=Ale ARGS=--archive               one municipality, options (fetch)'
	@echo '  ARGS="-k words"                       options for pytest (test)'
	@echo '  PYTHON=python3.12                     the interpreter to set up .venv with'

extract: $(RUN) ## read the documents and write the tables [RAW=folder] [OUT=folder]
	@$(PY) -m pipeline extract $${OUT:+--out "$$OUT"} $${RAW:+"$$RAW"}

fetch: $(FETCH) ## fetch what is new at the published addresses [AREA=municipality] [ARGS=options]
	@$(PY) -m pipeline fetch $${AREA:+--area "$$AREA"} $(ARGS)

diff: $(RUN) ## compare two folders of tables A=folder [B=folder] [OUT=folder for diff.csv]
	@test -n "$$A" || { echo 'Name a folder of tables: make diff A=before B=processed' >&2; exit 2; }
	@$(PY) -m pipeline diff $${OUT:+--out "$$OUT"} "$$A" $${B:+"$$B"}

evaluate: $(RUN) ## compare the tables with the hand coding; writes docs/evaluation.md
	@$(PY) -m pipeline.evaluation page

notebooks: $(NOTEBOOKS) ## run the notebooks: pages in build/notebooks/, pictures in docs/pictures/
	@$(PY) -m notebooks.run

fit: $(DEV) ## learn the words of each role and the parser's weights from the seen texts
	@$(PY) -m pipeline.evaluation fit

evaluate-transfer: $(DEV) ## learn without one family of layouts at a time; writes docs/transfer.md
	@$(PY) -m pipeline.evaluation transfer

floors: $(RUN) ## raise the floors of the scores to what is reached [LOWER="reason" to lower them]
	@$(PY) -m pipeline.evaluation floors $${LOWER:+--lower "$$LOWER"}

test: $(DEV) ## run the tests [ARGS=options]
	@$(PY) -m pytest $(ARGS)

check: $(DEV) ## check format, lint, types, layers, generated docs and the floors of the scores
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo
	@$(PY) -m pipeline.tables.docs --check
	@$(PY) -m pipeline.evaluation check

bench: $(BENCH) ## measure speed and memory, and other libraries beside
	@$(PY) -m benchmarks

fuzz: $(DEV) ## read damaged copies of the fixtures [CASES=number] [SEED=number]
	@$(PY) -m tests.fuzz $(CASES:%=--cases %) $(SEED:%=--seed %)

docs: $(RUN) ## write docs/tables.md from the registry of tables
	@$(PY) -m pipeline.tables.docs

LOCK := $(UV) pip compile pyproject.toml --group build --extra ocr --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

lock: $(if $(filter .venv/bin/uv,$(UV)),$(DEV)) ## pin the dependencies of pyproject.toml [ARGS=--upgrade]
	@$(LOCK) $(ARGS) --output-file requirements/run.txt
	@$(LOCK) $(ARGS) --extra fetch --constraint requirements/run.txt --output-file requirements/fetch.txt
	@$(LOCK) $(ARGS) --extra dev --constraint requirements/fetch.txt --output-file requirements/dev.txt
	@$(LOCK) $(ARGS) --extra dev --extra bench --constraint requirements/dev.txt \
		--output-file requirements/bench.txt
	@$(LOCK) $(ARGS) --extra notebooks --constraint requirements/bench.txt \
		--output-file requirements/notebooks.txt

clean: ## remove .venv, caches and build artefacts; raw/ and processed/ stay
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -rf build dist *.egg-info
	find . -name .git -prune -o -name raw -prune -o -name processed -prune \
		-o -type d -name __pycache__ -prune -exec rm -rf {} +

# --- .venv: each stamp is touched last, so an interrupted step is taken again by the next run.

VERSION := import sys; print("%d.%d" % sys.version_info[:2])
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
FAIL = { echo "$(1)" >&2; exit 1; }
NO_VENV = $(call FAIL,$(PYTHON) cannot make a .venv; on Debian and Ubuntu: \
	sudo apt install python$$($(PYTHON) -c '$(VERSION)')-venv)

# A .venv is made anew when its interpreter is gone, or when PYTHON asks for another version.
STALE := $(shell test -x $(PY) || echo gone)
ifneq ($(origin PYTHON),file)
STALE += $(shell test "$$($(PYTHON) -c '$(VERSION)' 2>&1)" = "$$($(PY) -c '$(VERSION)' 2>&1)" || echo other)
endif

$(VENV): $(if $(strip $(STALE)),FORCE)
	@$(PYTHON) -c '' 2>/dev/null || $(call FAIL,$(PYTHON) was not found; on Debian and Ubuntu: \
		sudo apt install python3 python3-venv)
	@$(PYTHON) -c '$(NEW_ENOUGH)' || $(call FAIL,Python 3.11 or newer is needed and $(PYTHON) is \
		$$($(PYTHON) -c '$(VERSION)'); name another: make PYTHON=python3.12)
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || $(NO_VENV)
	@rm -rf .venv
	@$(PYTHON) -m venv .venv >/dev/null || { rm -rf .venv; $(NO_VENV); }
	@touch $@

$(RUN): $(VENV) requirements/run.txt pyproject.toml
	@if test -e $@; then echo 'Updating .venv …'; else echo 'Setting up .venv (once) …'; fi >&2
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@$(PY) -m compileall -q pipeline
	@touch $@

$(FETCH): $(RUN) requirements/fetch.txt
	@test -e $@ || echo 'Adding what fetching needs to .venv (once) …' >&2
	@$(PIP) --require-hashes -r requirements/fetch.txt
	@touch $@

$(DEV): $(RUN) requirements/dev.txt
	@test -e $@ || echo "Adding the developers' tools to .venv (once) …" >&2
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BENCH): $(DEV) requirements/bench.txt
	@test -e $@ || echo 'Adding the libraries to measure against to .venv (once) …' >&2
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

$(NOTEBOOKS): $(RUN) requirements/notebooks.txt
	@test -e $@ || echo 'Adding what the notebooks need to .venv (once) …' >&2
	@$(PIP) --require-hashes -r requirements/notebooks.txt
	@touch $@

FORCE:
