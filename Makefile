# The tasks of this project. Each first makes .venv from the lock file when that is missing or stale.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv/.from-lock
NAMES := .venv/.names-from-lock
ENGINES := .venv/.engines-from-lock
SCRIPTS := .build/scripts/.from-lock
PRETTIER := node .build/scripts/node_modules/prettier/bin/prettier.cjs --log-level warn 'overrides/**/*.{js,ts,css}' '!**/vendor/**'
RUN := .venv/bin/handboek
export NO_MKDOCS_2_WARNING := 1

.PHONY: types format vendor upgrade audit lighthouse site preview zip check language names summary serve sheets quick test hard bench properdocs style schema pictures lock clean clean-made clean-cache

site: $(VENV) ## the website with its worksheets, in site/
	@.ci/need sheets
	@$(RUN) build $(if $(RELEASE),--release)

preview: $(VENV) ## the same while the content has errors; each page says so
	@.ci/need sheets
	@$(RUN) build --no-check

zip: site ## the website as a ZIP that works without a server, handboek.zip
	@$(RUN) zip

check: $(VENV) ## check the content
	@$(RUN) check --format $(or $(FORMAT),text)

language: $(VENV) ## spelling, long sentences and difficult words, as warnings
	@$(RUN) check --alleen-taal --format $(or $(FORMAT),text)

names: $(NAMES) ## names of people in the lessons that differ from the version BASE (default: main); takes a minute
	@$(RUN) names $(or $(BASE),main) --format $(or $(FORMAT),text)

summary: $(VENV) ## what differs from the version BASE (default: main)
	@.ci/need sheets
	@$(RUN) summary $(or $(BASE),main)

serve: $(VENV) ## the website while writing
	@.ci/need sheets
	@$(RUN) serve

sheets: $(VENV) ## the worksheets only, in bladen/; with PART=2/4 a share of all PDFs, kept for a build
	@.ci/need sheets
	@$(RUN) sheets $(if $(PART),--part $(PART))

quick: $(VENV) ## style, types and the fast tests, in under a minute
	@$(MAKE) --no-print-directory style
	.venv/bin/pytest -m "not slow and not hard" -n 2

test: $(VENV) ## everything that CI runs
	@.ci/need sheets tests scripts
	@$(MAKE) --no-print-directory style
	.venv/bin/pytest -m "not hard" -n 2 --dist worksteal

hard: $(VENV) $(ENGINES) ## the long tests as well: every piece, every layout, and Firefox and WebKit
	@.ci/need sheets tests office
	.venv/bin/pytest -n 2 --dist worksteal

properdocs: ## the same tests on ProperDocs, the fork of MkDocs, in a venv of its own
	@.ci/need venv sheets tests
	$(PYTHON) -m venv --clear .build/properdocs
	.build/properdocs/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-properdocs.lock
	.build/properdocs/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	echo "import properdocs.replacement" > "$$(.build/properdocs/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/properdocs.pth"
	.build/properdocs/bin/python -c "import mkdocs.commands.build as build; assert 'properdocs' in build.__file__.rpartition('site-packages')[2]"
	.build/properdocs/bin/pytest -m "not hard" -n 2 --dist worksteal $(TESTS)

types: $(SCRIPTS) ## check the types of the scripts
	node .build/scripts/node_modules/typescript/bin/tsc -p jsconfig.json
	node .build/scripts/node_modules/typescript/bin/tsc -p jsconfig.worker.json

format: $(VENV) $(SCRIPTS) ## write Python, scripts and styles as `make style` wants them
	.venv/bin/ruff format src tests macros
	$(PRETTIER) --write

bench: $(VENV) ## how long things take, beside the least that they could; on a quiet machine, it takes an hour
	@.ci/need sheets
	.venv/bin/python tests/bench/whole.py

lighthouse: site ## Lighthouse over four pages; needs npm, and is no part of the tests
	.venv/bin/python tests/bench/lighthouse.py

style: $(VENV) types ## the linter, the formatting and the types
	.venv/bin/ruff check src tests macros
	.venv/bin/ruff format --check src tests macros
	$(PRETTIER) --check
	.venv/bin/mypy

schema: $(VENV) ## renew the schemas that editors complete with
	@$(RUN) schema

pictures: $(VENV) ## renew the pictures of the README
	@.ci/need sheets tests
	.venv/bin/python tests/pictures.py

vendor: $(VENV) ## newer scripts and fonts of others, and THIRD_PARTY.md; needs npm
	.venv/bin/python .ci/vendor.py --fetch

upgrade: $(VENV) ## everything to its newest version; look at the difference, then run `make test`
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade
	@$(MAKE) --no-print-directory vendor
	@cd .ci && npm install --silent --package-lock-only --omit-lockfile-registry-resolved --save-exact prettier@latest typescript@latest

audit: $(VENV) ## known weaknesses in what we build on
	@[ -x .build/audit/bin/pip-audit ] || { $(PYTHON) -m venv .build/audit && .build/audit/bin/pip install -q pip-audit==2.10.1; }
	.build/audit/bin/pip-audit --require-hashes --disable-pip -r requirements.lock

lock: ## renew the lock files from pyproject.toml
	uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --all-extras \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	echo "properdocs>=1.6.7,<1.7" | uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-deps --custom-compile-command "make lock" - -o requirements-properdocs.lock
	uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group names \
	  --custom-compile-command "make lock" -c requirements.lock -o requirements-names.lock
	uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group engines \
	  --custom-compile-command "make lock" -c requirements.lock -o requirements-engines.lock

clean-cache: ## throw away the PDFs that are kept between builds
	rm -rf .build/bladen .build/bladen.json .build/codes .build/proef .build/stempel.json

clean-made: ## throw away what the generator made; on a machine of somebody else also what git may have brought there
	rm -rf .build site bladen handboek.zip

clean: clean-made ## throw away what was made, and .venv
	rm -rf .venv

$(VENV): requirements.lock pyproject.toml
	@.ci/need venv
	@echo "Making .venv from requirements.lock ..."
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed.") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv --clear .venv
	@.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@.venv/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# What checks scripts and styles: fetched once, and not again while the lock file is the same.
$(SCRIPTS): .ci/package.json .ci/package-lock.json
	@.ci/need scripts
	@mkdir -p $(@D)
	@cp .ci/package.json .ci/package-lock.json $(@D)/
	@npm ci --prefix $(@D) --silent --no-audit --no-fund --ignore-scripts
	@touch $@

$(ENGINES): $(VENV) requirements-engines.lock
	@.ci/need engines
	@.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-engines.lock
	@touch $@

$(NAMES): $(VENV) requirements-names.lock
	@.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-names.lock
	@touch $@
