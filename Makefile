# Everything happens in .venv, which the first run makes. Needed: Python 3.11 or newer, make, a package index.
#
#   make demo      names from Vietnamese border news, resolved, as a table
#   make test      the tests                        (EXTRAS=test,all for the optional packages too)
#   make check     style, types and the gazetteer's checks
#   make bench     accuracy, peers and speed        (the measured data lie outside the repository)
#   make ci-test   the tests with every extra
#   make clean     removes what the above made

SHELL := /bin/bash
.DEFAULT_GOAL := help

VENV   := .venv
BIN    := $(VENV)/bin
EXTRAS ?= test
PYTEST_ARGS ?=
# The first interpreter that is new enough; PYTHON=/path/to/python overrides.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

COMMA := ,
SETUP := pyproject.toml hatch_build.py Makefile
STAMP  = $(VENV)/.installed-$(subst $(COMMA),-,$(EXTRAS))

DEMO_COLUMNS := name,name_id,name_name,name_status,name_probability

.PHONY: help demo test check bench ci-test clean
help:
	@sed -n '3,9s/^# \{0,1\}//p' Makefile

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "On Debian and Ubuntu, venv is a package of its own: apt install python3-venv"; exit 1; }

# One stamp for each set of extras: a second run installs nothing.
$(VENV)/.installed-core: $(BIN)/python $(SETUP)
	@echo "Installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(STAMP): $(BIN)/python $(SETUP)
	@echo "Installing into $(VENV) with $(EXTRAS) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[$(EXTRAS)]'
	@touch $@ $(VENV)/.installed-core

demo: $(VENV)/.installed-core
	@mkdir -p build
	@$(BIN)/lao-names normalize examples/border_news.csv -c name -o build/border_news.csv
	@$(BIN)/python examples/show_table.py build/border_news.csv $(DEMO_COLUMNS)
	@echo "All columns: build/border_news.csv"

test: $(STAMP)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

ci-test:
	$(MAKE) test EXTRAS=test,all PYTEST_ARGS="$(PYTEST_ARGS)"

check:
	@$(MAKE) --no-print-directory EXTRAS=dev $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lao-names gazetteer validate

bench:
	@$(MAKE) --no-print-directory EXTRAS=bench $(VENV)/.installed-bench
	for script in accuracy peers speed; do $(BIN)/python benchmarks/$$script.py || exit; done

clean:
	rm -rf $(VENV) build dist .pytest_cache .hypothesis .ruff_cache
