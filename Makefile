# The only task door. Each task installs what it lacks (scripts/tools.sh says what, before it does) and then takes seconds
# to find that nothing is missing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve test dist bench fmt contact-sheet icon-sizes screenshots clean test-browsers tools-build tools-test tools-browsers

export PATH := $(CURDIR)/.tools/bin:$(PATH)

PORT ?= 8080
STEPS ?=
ARGS ?=

# Trunk takes only "true" for NO_COLOR, and would ask for news of itself on the network.
TRUNK := env $(if $(NO_COLOR),NO_COLOR=true) TRUNK_SKIP_VERSION_CHECK=true trunk

# The release builds the standard library with the program: a panic is a trap without its text, which nobody would see,
# and 10 kB (brotli) of formatting go. cargo asks for the switch that says so; the toolchain is the stable one that
# rust-toolchain.toml names. Paths of this machine stay out of the program. Functions keep the path of their module in their
# names, by which scripts/split.mjs knows the gates.
RELEASE := env RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
	-Csymbol-mangling-version=v0"

help:
	@echo 'make serve         the app at http://127.0.0.1:8080 (PORT=n for another port), built anew on each change'
	@echo 'make test          everything: format, lints, tests native and in a browser, release build and its size, end to end'
	@echo '                   (STEPS="lint native" for some of it)'
	@echo 'make test-browsers the core of it in Chromium, Firefox and WebKitGTK (ENGINES="firefox webkit" PARTS=flows for some of it)'
	@echo 'make dist          what is to be hosted: dist/app and dist/embed'
	@echo 'make bench         the benchmarks, as a table'
	@echo 'make screenshots   the app in many widths and both schemes, into target/screenshots'
	@echo 'make contact-sheet a picture of every icon, into docs/icons.png'
	@echo 'make fmt           formats the Rust sources'
	@echo 'make clean         removes target and dist; the tools in .tools stay'

serve: tools-build
	@if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
	  echo "Port $(PORT) is taken. Another one: make serve PORT=$$(($(PORT) + 1))" >&2; exit 1; fi
	@echo "The app will be at http://127.0.0.1:$(PORT)/ when the build is through (the first one takes a minute or two)."
	@exec $(TRUNK) serve --port $(PORT)

test: tools-test
	@scripts/test.sh $(STEPS)

# The wasm-bindgen tests and the core flows in three engines, with a table at the end. It takes dist as it is, and builds it where it is missing.
test-browsers: tools-browsers
	@[[ -e dist/app/index.html && -e dist/embed/standfirst.js ]] || $(MAKE) --no-print-directory dist
	@node scripts/test-browsers.mjs

# Two small programs against each other: only the icons that a program names are in it.
icon-sizes: tools-build
	@$(RELEASE) node scripts/icon-sizes.mjs

contact-sheet: tools-test
	@node scripts/icons.mjs
	@node scripts/contact-sheet.mjs

dist: tools-build
	@$(RELEASE) $(TRUNK) build --release --locked --dist dist/app
	@node scripts/dist.mjs
	@$(RELEASE) node scripts/embed.mjs

# What the distribution weighs, then the article element against a static page. ARGS for some of it: see scripts/bench.mjs.
bench: tools-test dist
	@node scripts/dist.mjs --table
	@node scripts/bench.mjs $(ARGS)

screenshots: tools-test dist
	@node tests/e2e/screenshots.mjs

fmt:
	@cargo fmt

clean:
	@rm -rf target dist

tools-build:
	@scripts/tools.sh build

tools-test:
	@scripts/tools.sh test

tools-browsers:
	@scripts/tools.sh browsers
