# Two commands are enough: `make site` builds the site, `make test` runs every test.
# The interpreter is python3 (3.11 or newer); another one: `make PYTHON=python3.12 site`.

PYTHON ?= python3
export PYTHON

GAZETTE := .venv/bin/gazette

.DEFAULT_GOAL := help
.PHONY: help site test audit accuracy fuzz serve import build check lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

site: .venv/site.stamp ## import what is new and build the whole site into site/
	@$(GAZETTE) import
	@$(GAZETTE) build
	@echo "View it:   make serve"

test: .venv/test.stamp ## run every check and test, browser tests included
	@bash .ci/browser
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/pytest

audit: .venv/audit.stamp ## check every page of the real site with every tool; takes long
	@bash .ci/browser
	.venv/bin/pytest -m audit

accuracy: .venv/test.stamp ## measure the intake against human readings
	@.venv/bin/python -m tests.accuracy

fuzz: .venv/test.stamp ## look for sources that break the import, for ten minutes
	.venv/bin/python -m tests.fuzz

serve: .venv/site.stamp ## show the built site on 127.0.0.1
	@$(GAZETTE) serve

import: .venv/site.stamp ## take in sources that have no Markdown yet
	@$(GAZETTE) import

build: .venv/site.stamp ## build the site from what is imported already
	@$(GAZETTE) build

check: .venv/site.stamp ## list what a person should look at, in content/ and site/
	@$(GAZETTE) check

lock: .venv/site.stamp ## choose new versions of all packages and write them down
	@bash .ci/lock

clean: ## remove everything that can be made again
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz .cache tests/node_modules \
		tests/tools/chromium109/node_modules
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find site -mindepth 1 ! -name .gitkeep -delete

.venv/site.stamp: requirements.lock pyproject.toml .ci/install
	@bash .ci/install site
	@touch $@

.venv/test.stamp: requirements-test.lock pyproject.toml .ci/install tests/package-lock.json
	@bash .ci/install test
	@touch .venv/site.stamp $@

.venv/audit.stamp: .venv/test.stamp tests/tools/chromium109/package-lock.json
	@bash .ci/install audit
	@touch $@
