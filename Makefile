# The program's own commands are `python build.py …`; this file makes their environment and gathers what is done every day.

PYTHON ?= python3
PORT ?= 8000
BENCH ?= ../shared/bench
BENCH_ARGS ?= --showcase --write docs/performance.md
PYTEST_ARGS ?= -n auto --dist loadfile
CYCLONEDX_VERSION := 7.5.0
PIP_AUDIT_VERSION := 2.10.1
UV_VERSION := 0.13.9
MINISEARCH_VERSION := 7.2.0
SVELTIA_VERSION := 0.221.1
SVELTIA_INTEGRITY := sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==
SOURCE_SANS_VERSION := 5.3.0
ESBUILD_VERSION := 0.25.10
HTML_VALIDATE_VERSION := 10.9.0
MINIMUM_COVERAGE := 95

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all:
COMPILE = .cache/uv/bin/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-strip-extras --python-version 3.11 \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help environment site extras serve test check format report messages addresses docs validate load lock sbom audit fonts vendor forms hooks faults fuzz bench bench-quick bench-scale clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

environment: $(VENV)/runtime.stamp ## Install what builds the site, by the hashes of the lock, and build nothing

site: $(VENV)/runtime.stamp ## Build the site into site/
	$(BIN)/python build.py build

extras: $(VENV)/extras.stamp ## Install the optional parts: spreadsheets, object stores, Dask, Parquet, profiles

serve: $(VENV)/runtime.stamp ## Show the site on this machine, with every change as it is saved (PORT=8000, or the next free one)
	@$(BIN)/python build.py serve --port $(PORT)

test: $(VENV)/dev.stamp ## Run all tests, a real browser's too, with branch coverage
	@mkdir -p .cache
	$(BIN)/python -m tools.servers
	CHROMIUM="$$($(BIN)/python tools/chromium.py)" && export CHROMIUM && \
	$(BIN)/python -m pytest $(PYTEST_ARGS) --cov --cov-report=term --cov-fail-under=$(MINIMUM_COVERAGE)

check: $(VENV)/dev.stamp ## Check the code, the catalogues, the reference pages and the content
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python build.py messages --check
	$(BIN)/python build.py docs --check
	$(BIN)/zizmor --offline --quiet --no-progress .github/workflows
	$(BIN)/python build.py check --strict

format: $(VENV)/dev.stamp ## Put the code into its form
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

report: $(VENV)/runtime.stamp ## Show what each entry rests on, and which rules of the house are broken
	$(BIN)/python -m tools.content_report

messages: $(VENV)/runtime.stamp ## Bring the catalogues up to date with the templates and the code
	$(BIN)/python build.py messages

addresses: $(VENV)/runtime.stamp ## Record the present addresses of all entries
	$(BIN)/python build.py addresses update

hooks: $(VENV)/runtime.stamp ## Let git check what is staged before each commit
	$(BIN)/python build.py hooks

docs: $(VENV)/runtime.stamp ## Write the reference pages, the schemas and the snippets anew
	$(BIN)/python build.py docs

validate: site ## Validate every page of the site as HTML (needs Node.js)
	@command -v npx > /dev/null || { echo "make validate needs Node.js 20.19 or newer (npx)." >&2; exit 1; }
	npx --yes html-validate@$(HTML_VALIDATE_VERSION) --config .htmlvalidate.json 'site/**/*.html'

pictures: site $(VENV)/dev.stamp ## Take pictures of every kind of page into .cache/pictures/
	$(BIN)/python -m tools.pictures site .cache/pictures

load: $(VENV)/dev.stamp ## Let 64 connections ask nginx for everything, for ten seconds, on this machine alone
	$(BIN)/python build.py build --release --output .cache/load
	$(BIN)/python -m tools.load .cache/load

lock: .cache/uv/bin/uv ## Pin the dependencies anew, with hashes (LOCK_ARGS=--upgrade for newer ones)
	$(COMPILE) $(LOCK_ARGS) --output-file requirements.lock > /dev/null
	$(COMPILE) $(LOCK_ARGS) --all-extras --constraint requirements.lock --output-file requirements-extras.lock > /dev/null
	$(COMPILE) $(LOCK_ARGS) --all-extras --group dev --constraint requirements-extras.lock \
		--output-file requirements-dev.lock > /dev/null

sbom: .cache/sbom/bin/cyclonedx-py ## List what the site is built with, as CycloneDX, in .cache/sbom.cdx.json
	$< requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON \
		--output-file .cache/sbom.cdx.json

audit: .cache/audit/bin/pip-audit ## Ask PyPI which of the pinned packages have known weaknesses
	$< --strict --disable-pip --require-hashes --requirement requirements.lock
	$< --strict --disable-pip --require-hashes --requirement requirements-dev.lock

fonts: $(VENV)/dev.stamp ## Make the font files anew from their packages (needs Node.js)
	npm install --silent --no-save --prefix .cache/fonts \
		@fontsource/be-vietnam-pro@5.3.0 @fontsource-variable/newsreader@5.3.0
	$(BIN)/python tools/fonts.py .cache/fonts/node_modules templates/assets/fonts

vendor: ## Make the search library's small file anew from its package (needs Node.js)
	npm install --silent --no-save --prefix .cache/vendor minisearch@$(MINISEARCH_VERSION) esbuild@$(ESBUILD_VERSION)
	.cache/vendor/node_modules/.bin/esbuild .cache/vendor/node_modules/minisearch/dist/es/index.js --log-level=warning \
		--minify --format=esm --legal-comments=none --outfile=templates/assets/vendor/minisearch.min.js --banner:js=\
	'/* MiniSearch $(MINISEARCH_VERSION), https://github.com/lucaong/minisearch, MIT licence: minisearch-LICENSE.txt */'
	cp .cache/vendor/node_modules/minisearch/LICENSE.txt templates/assets/vendor/minisearch-LICENSE.txt

bench-quick: $(VENV)/dev.stamp ## Compare what builds cost with the committed baseline (QUICK_ARGS=--update: a new one)
	$(BIN)/python -m bench.quick $(QUICK_ARGS)

bench: .cache/bench/stamp ## Compare with Hugo and Eleventy (BENCH= the peers' runner, BENCH_ARGS='--n 1000 --runs 5 …')
	BENCH=$(abspath $(BENCH)) env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m bench.compare $(BENCH_ARGS)

bench-scale: $(VENV)/dev.stamp ## Build made-up catalogues of growing size with every executor (SCALE_ARGS='--entries 1000,3000 …')
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m bench.scale --write docs/scale.md --chart docs/pictures/scale.svg $(SCALE_ARGS)

forms: $(VENV)/dev.stamp ## Make the files of the form editor anew from its package (needs Node.js)
	npm install --silent --no-save --ignore-scripts --prefix .cache/forms \
		@sveltia/cms@$(SVELTIA_VERSION) @fontsource-variable/source-sans-3@$(SOURCE_SANS_VERSION)
	grep --quiet --fixed-strings '$(SVELTIA_INTEGRITY)' .cache/forms/node_modules/.package-lock.json
	$(BIN)/python -m tools.vendor_cms .cache/forms/node_modules showcase/forms/vendor

faults: $(VENV)/dev.stamp ## Kill, starve and confuse builds, and count what they leave behind (FAULTS_ARGS="--kills 20 --real 0")
	$(BIN)/python -m tools.faults $(FAULTS_ARGS)

fuzz: $(VENV)/dev.stamp ## Feed the readers of strangers' bytes until one fails or time is up (FUZZ_ARGS="markdown --seconds 600")
	$(BIN)/python -m tools.fuzz $(FUZZ_ARGS)

clean: ## Remove what was made: the site, the environment, the caches
	rm -rf site $(VENV) .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment is made once and filled again only when its list of packages has changed.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is not it. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "$(PYTHON) cannot make an environment: on Debian, install the package python3-venv." >&2; rm -rf $(VENV); exit 1; }

$(VENV)/runtime.stamp: requirements.lock | $(BIN)/python
	$(INSTALL) --requirement $<
	@touch $@

$(VENV)/extras.stamp: requirements-extras.lock requirements.lock | $(BIN)/python
	$(INSTALL) --requirement $<
	@touch $(VENV)/runtime.stamp $@

# The list for development holds the others, at the same versions.
$(VENV)/dev.stamp: requirements-dev.lock requirements-extras.lock requirements.lock | $(BIN)/python
	$(INSTALL) --requirement $<
	@touch $(VENV)/runtime.stamp $(VENV)/extras.stamp $@

# The generators that we are compared with, at the versions that the runner names.
.cache/bench/stamp: $(BENCH)/requirements.txt $(BENCH)/node/package.json | $(VENV)/dev.stamp
	$(PYTHON) -m venv .cache/bench/venv
	.cache/bench/venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement $(BENCH)/requirements.txt
	mkdir -p .cache/bench/node && cp $(BENCH)/node/package.json .cache/bench/node/
	npm install --silent --prefix .cache/bench/node
	@touch $@

.cache/uv/bin/uv:
	$(PYTHON) -m venv .cache/uv
	.cache/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.cache/sbom/bin/cyclonedx-py:
	$(PYTHON) -m venv .cache/sbom
	.cache/sbom/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom==$(CYCLONEDX_VERSION)

.cache/audit/bin/pip-audit:
	$(PYTHON) -m venv .cache/audit
	.cache/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==$(PIP_AUDIT_VERSION)
