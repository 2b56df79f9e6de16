.DEFAULT_GOAL := help
.PHONY: help run journey bench bench-maatregel bench-voorziening brieven test lint lint-contract openapi token regeldekking migratie lock schoon

PYTHON := $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
PORT ?= 8000
SPECTRAL := @stoplight/spectral-cli@6.16.3
RULESET ?= ../shared/adr/ruleset.yaml
UV_COMPILE := uv pip compile --quiet --no-strip-extras --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml
# What leans on the database itself: rights, migrations, worker, races, and the largest queries.
DATABASETESTEN := tests/db tests/services $(addprefix tests/api/test_,transactie.py gelijktijdig.py taken.py klantbeeld.py)
# The workers and the servers that they start share the bytecode; without it each compiles everything again.
unexport PYTHONDONTWRITEBYTECODE
ifdef DATABASE_URL
export DATABASE_URL
endif

help: ## Toon deze lijst
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

run: .venv/.klaar ## Start de dienst met voorbeelddossiers [PORT=8000] [DATABASE_URL=...]
	@$(PY) -m app.cli run --port $(PORT)

journey: .venv/.klaar ## Speel de reis van melding tot besluit over HTTP en controleer elke stap
	@$(PY) -m journey

bench: .venv/.klaar ## Meet de import van 100.000 uitslagen naast een kale COPY [BENCH_AANTAL=...]
	@$(PY) -m benchmarks

bench-maatregel: .venv/.klaar ## Meet berekeningen per seconde en een simulatie over 100.000 besluiten [BENCH_AANTAL=...]
	@$(PY) -m benchmarks.maatregel

bench-voorziening: .venv/.klaar ## Meet wie van 100.000 klanten welke voorziening kan krijgen [BENCH_AANTAL=...]
	@$(PY) -m benchmarks.voorziening

brieven: .venv/.klaar ## Schrijf een voorbeeld van elke brief naar var/brieven, als PDF en HTML
	@$(PY) -m tools.brieven

test: .venv/.klaar lint ## Controleer alles: stijl, typen, testen, dekking, ook op een ouder PostgreSQL
	@rm -rf var/dekking && mkdir -p var/dekking
	@$(PY) -m compileall -q -j 2 app tests/steun
	$(PY) -m pytest -q -n 2 --dist worksteal --cov --cov-report=json:var/dekking.json
	$(PY) -m tools.dekking var/dekking.json
	IOM_TEST_PG=systeem $(PY) -m pytest -q -n 2 --dist worksteal -m database --regelbewijs=var/regelbewijs-systeem.json $(DATABASETESTEN)

lint: .venv/.klaar ## Controleer stijl, opmaak en typen
	.venv/bin/ruff check --quiet .
	.venv/bin/ruff format --quiet --check .
	.venv/bin/mypy

lint-contract: ## Toets openapi/openapi.json aan de landelijke API-regels (vraagt npx) [RULESET=...]
	@if [ -f "$(RULESET)" ]; then \
		npm_config_cache=var/npm npx --yes $(SPECTRAL) lint --ruleset "$(RULESET)" --fail-severity=warn openapi/openapi.json; \
	else echo "Geen regelset op $(RULESET): contract niet getoetst."; fi

openapi: .venv/.klaar ## Schrijf openapi/openapi.json opnieuw uit de code
	@$(PY) -m app.cli openapi

token: .venv/.klaar ## Geef een ontwikkeltoken: ROL=intaker [GEBRUIKER=...]
	@$(PY) -m app.cli token $(if $(ROL),--rol "$(ROL)") $(if $(GEBRUIKER),--gebruiker "$(GEBRUIKER)")

regeldekking: .venv/.klaar ## Tel per onderwerp welke regels van de catalogus bewezen zijn
	@$(PY) -m tools.regeldekking

migratie: .venv/.klaar ## Maak een nieuwe migratie uit de tabellen: NAAM=... (vraagt IOM_DATABASE_URL)
	@$(PY) -m alembic revision --autogenerate -m "$(NAAM)"

lock: ## Leg de versies van de afhankelijkheden opnieuw vast (vraagt uv)
	$(UV_COMPILE) -o requirements.lock
	$(UV_COMPILE) --all-extras -o requirements-ontwikkel.lock

schoon: ## Stop de meegebrachte databases en verwijder alles wat gemaakt is
	@if [ -x $(PY) ]; then $(PY) -m tools.schoon; fi
	@rm -rf var .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.klaar: requirements-ontwikkel.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 of nieuwer is nodig." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv
	@echo "De omgeving wordt gemaakt (eenmalig)..."
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ontwikkel.lock
	@touch $@
