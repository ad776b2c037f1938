# make demo         sets the machine up, builds, and lints a sample draft
# make test         sets the machine up and runs all tests
# make bench        builds the benchmark and runs it
# make check-lines  lists the crisis lines and sources that were last checked over a year ago, and fails if there is one
# make install      puts the program and its completions for bash, zsh and fish under PREFIX (/usr/local unless told)
PREFIX ?= /usr/local
PACKAGES = libgumbo-dev libicu-dev libmd4c-dev libyaml-dev pkg-config
SUDO = $(if $(filter 0,$(shell id -u)),,sudo)
RELEASE = swift build -c release --static-swift-stdlib --product attune

.PHONY: demo test build bench check-lines install setup

demo: build
	@echo "== linting fixtures/drafts/willow-and-tide.md, which has something of everything"
	@.build/release/attune fixtures/drafts/willow-and-tide.md || test $$? -eq 1

test: setup
	swift build --build-tests
	swift test --skip-build

build: setup
	@echo "== building attune"
	@$(RELEASE)

bench: build
	@$(RELEASE)-bench
	@.build/release/attune-bench

check-lines:
	@.ci/check-lines

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/attune "$(DESTDIR)$(PREFIX)/bin/attune"
	@for shell in bash:bash-completion/completions/attune zsh:zsh/site-functions/_attune fish:fish/vendor_completions.d/attune.fish; do \
		file="$(DESTDIR)$(PREFIX)/share/$${shell#*:}"; install -d "$$(dirname "$$file")"; \
		.build/release/attune --generate-completion-script $${shell%%:*} >"$$file"; done

setup:
	@command -v swift >/dev/null || { echo "Swift 6 is missing: see https://www.swift.org/install" >&2; exit 1; }
	@missing=; for package in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		echo "== installing$$missing"; \
		$(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; \
	fi
