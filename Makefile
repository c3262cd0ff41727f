# What a fresh machine needs, beyond the Swift toolchain: make run, make test.
SHELL := /bin/bash
.PHONY: run build test lint screens clean setup setup-tests
.DEFAULT_GOAL := build

FLAGS = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib $(FLAGS)

# The file or command that has to be there, and the Debian package that brings it.
LIBRARIES = /usr/include/ncurses.h=libncurses-dev /usr/include/toml++/toml.h=libtomlplusplus-dev
TOOLS = tmux=tmux python3=python3

# Installs the packages whose file or command is missing; where there is no apt-get it says what to install.
define install
@missing=""; \
for need in $(1); do \
  thing=$${need%=*}; package=$${need#*=}; \
  [[ -e $$thing ]] || command -v $$thing >/dev/null || missing="$$missing $$package"; \
done; \
[[ -z $$missing ]] && exit 0; \
if ! command -v apt-get >/dev/null; then \
  echo "sitrep needs what Debian calls:$$missing. Install it with your system's package manager, then try again." >&2; \
  exit 1; \
fi; \
sudo=""; [[ $$(id -u) == 0 ]] || sudo=sudo; \
echo "installing:$$missing"; \
$$sudo apt-get update && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y --no-install-recommends $$missing
endef

# Builds for release, the Swift runtime linked in, and opens the demonstration.
run: build
	$$(swift build $(RELEASE) --show-bin-path)/sitrep Fixtures/demo

build: setup
	swift build $(RELEASE) --product sitrep

# Every test, the real binary in a real terminal among them.
test: setup-tests
	swift test --disable-xctest $(FLAGS)

lint:
	swift format lint --strict -r Sources Tests Package.swift

# Records the expected screens anew, and fails: look at the difference before you commit it.
screens: setup-tests
	-SITREP_RECORD_SCREENS=1 swift test --disable-xctest $(FLAGS) --filter DashboardTests
	git --no-pager diff --stat -- Tests
	@echo "the screens are recorded; look at each difference (git diff Tests), then run make test" >&2
	@exit 1

clean:
	swift package clean

setup:
	@command -v swift >/dev/null || { echo "sitrep needs the Swift toolchain, 6.3 or later: https://www.swift.org/install" >&2; exit 1; }
	$(call install,$(LIBRARIES))

setup-tests: setup
	$(call install,$(TOOLS))
