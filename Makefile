# Every verb of the project. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test check fmt lint types floors demo bench journeys elasticsearch messages clean env dev

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

run: env ## everything a fresh machine needs, then the site at http://localhost:8000 (another port: PORT=8080)
	@PORT=$${PORT:-8000} exec $(MANAGE) serve

test: dev ## the whole suite, with the coverage of rules and services
	@tools/browser
	@tools/suite

check: dev ## the whole gate: format, lint, types, floors, Django, migrations, translations, tests; with times
	@tools/browser
	@tools/check

fmt: dev ## put Python and templates into shape
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix . && tools/templates --fix

lint: dev ## read the code and the templates for slips
	@.venv/bin/ruff format --check -q . && .venv/bin/ruff check . && tools/templates

types: dev ## mypy over our own code
	@.venv/bin/mypy

floors: dev ## who may know whom (import-linter)
	@PYTHONPATH=.:site .venv/bin/lint-imports --no-logo

demo: env ## make the database, and load the demo's people, products and pages into it
	@$(MANAGE) prepare

bench: dev ## how quick the shop is as it grows, beside stock Oscar; fewer products: make bench SIZES=1000,10000
	@$(PYTHON) -m pytest tests/benchmarks -q -n 0 -o python_files='bench_*.py'

journeys: dev ## the journeys alone, in a real browser
	@tools/browser
	@$(PYTHON) -m pytest tests/journeys -q -n 0

elasticsearch: ## a real Elasticsearch 8 node on this machine (needs JDK 17 and Maven); end it: tools/elasticsearch stop
	@tools/elasticsearch start

messages: dev ## gather every word shown to people into site/iccn/locale, and say which lack their English
	@$(MANAGE) messages

clean: ## forget caches and collected files; database and uploads stay
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* var/static var/stamps
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

env:
	@tools/environment requirements.txt

dev:
	@tools/environment requirements.txt requirements-dev.txt
