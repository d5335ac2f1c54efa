# Two commands do everything on a fresh Debian or Ubuntu machine with Swift:
#   make site    installs what is missing, builds, and renders content/ into site/
#   make test    installs what the tests need, and runs all of them

SWIFT ?= swift
# With Swift's own libraries in it the program starts in half the time, and runs where Swift is not installed. Apple's
# systems bring these libraries with them.
LIBRARIES := $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static
RELEASE := $(SWIFT) build -c release $(if $(wildcard $(LIBRARIES)/linux),--static-swift-stdlib)
BUILD := $(RELEASE) --product verbatim

.PHONY: site synthetic-study bench fuzz docs test unit rebuild work browser lint format packages test-packages program clean

site: program
	@$$($(BUILD) --show-bin-path)/verbatim build --study . --output site
	@echo "Open $(CURDIR)/site/index.html in a browser."

# The list of checks, from the program that makes them.
docs: program
	@$$($(BUILD) --show-bin-path)/verbatim checks > docs/checks.md

program: packages
	@$(BUILD)

# Makes studies of any size, for tests and measurements.
synthetic-study: program
	@$(RELEASE) --product synthetic-study

# Measures builds of four sizes, a long while for the largest: make bench BENCH='--sizes S,M --runs 3'
bench: synthetic-study
	@scripts/bench $(BENCH)

# Feeds changed copies of the samples to what reads files of other tools: make fuzz FUZZ='--inputs 20000 --only table'
fuzz: packages
	@scripts/fuzz-import $(FUZZ)

test: lint unit rebuild work browser

unit: packages
	@scripts/run-tests

# Edits a study at random, hundreds of times, and holds what is rebuilt to what is built anew.
rebuild: program synthetic-study test-packages
	@.venv/bin/python -m pytest -q Tests/rebuild

# Counts what builds take, in instructions, and fails when a page takes a tenth more than it did.
work: program synthetic-study test-packages
	@$(RELEASE) --product build-in-memory
	@.venv/bin/python -m pytest -q Tests/work

browser: site synthetic-study test-packages
	@.venv/bin/python -m pytest -q Tests/browser

# Fails when formatting would change a file.
lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Plugins Sources Tests

packages:
	@scripts/install-packages libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config \
		libsqlite3-dev libarchive-dev libxml2-dev libmimalloc-dev

test-packages: packages
	@scripts/install-packages chromium poppler-utils valgrind binutils python3-venv python3-pip default-jre-headless
	@scripts/install-browser-tools

clean:
	@rm -rf .build .venv
