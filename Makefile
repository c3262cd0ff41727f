# What a fresh machine needs, beyond the Swift toolchain: make run, make test, make install.
SHELL := /bin/bash
.PHONY: run build install uninstall deb deb-check pictures test differential fuzz lint screens soak soak-real chaos cost sanitize clean setup setup-tests
.DEFAULT_GOAL := build

FLAGS = --explicit-target-dependency-import-check error
PREFIX ?= /usr/local
DESTDIR ?=
# The Swift runtime is linked in. Tables of addresses are read only before the program begins, and libraries come from where
# the machine has them, never from beside the program.
RELEASE = -c release --static-swift-stdlib $(FLAGS) --disable-local-rpath -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now \
  -Xcc -fstack-protector-strong

# The file or command that has to be there, and the Debian package that brings it.
LIBRARIES = /usr/include/ncurses.h=libncurses-dev /usr/include/toml++/toml.h=libtomlplusplus-dev \
  /usr/include/zlib.h=zlib1g-dev /usr/include/zip.h=libzip-dev /usr/include/expat.h=libexpat1-dev \
  /usr/include/xlsxwriter.h=libxlsxwriter-dev
ODBC = /usr/lib/$(shell uname -m)-linux-gnu/odbc
TOOLS = sqlite3=sqlite3 tmux=tmux python3=python3 strace=strace openssl=openssl /usr/lib/postgresql=postgresql \
  /usr/lib/$(shell uname -m)-linux-gnu/libodbc.so.2=libodbc2 \
  $(ODBC)/psqlodbcw.so=odbc-postgresql $(ODBC)/libtdsodbc.so=tdsodbc $(ODBC)/libsqlite3odbc.so=libsqliteodbc

PACKAGING = dpkg-shlibdeps=dpkg-dev dpkg-deb=dpkg python3=python3 readelf=binutils
FRESH = lintian=lintian debootstrap=debootstrap

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
	swift build $(RELEASE) --product sitrep-fetch

# Puts the program, its themes, the demonstration, the manual page and the completions below PREFIX; with BUILT=FILE the
# program that is built already.
BUILT =
install: $(if $(BUILT),,build)
	docs/packaging/install "$(or $(BUILT),$$(swift build $(RELEASE) --show-bin-path)/sitrep)" "$(PREFIX)" "$(DESTDIR)"

# Takes every file of it away, and the folders that were made for them.
uninstall:
	docs/packaging/install --remove "$(PREFIX)" "$(DESTDIR)"

# The Debian package and the list of what is in it, in .build/deb; the same bytes each time for the same commit.
deb: $(if $(BUILT),,build)
	$(call install,$(PACKAGING))
	docs/packaging/deb "$(or $(BUILT),$$(swift build $(RELEASE) --show-bin-path)/sitrep)" .build/deb

# The package made twice, checked by lintian, and installed, used and removed in a fresh Debian.
deb-check: deb
	$(call install,$(PACKAGING) $(FRESH))
	docs/packaging/deb-check "$(or $(BUILT),$$(swift build $(RELEASE) --show-bin-path)/sitrep)" .build/deb

# Draws the pictures of docs/ anew from the demonstration.
pictures: build
	docs/draw-pictures "$$(swift build $(RELEASE) --show-bin-path)/sitrep"

# Every test, the real binary in a real terminal among them.
test: setup-tests
	swift test --disable-xctest $(FLAGS)

# The fast reader against the strict one, and both against Python's csv, on so many generated files.
FILES ?= 100000
differential: setup-tests
	GENERATED=$(FILES) swift test -c release -Xswiftc -enable-testing --disable-xctest $(FLAGS) --filter 'two readers'

# The reader, the containers, the settings, the keys and the command line, fed what libFuzzer thinks of: the same every
# time, two minutes of it; or with SECONDS=3600 others every time, for so long. TARGET=reader (archive, settings, keys,
# commands) tries one alone.
SECONDS =
TARGET =
fuzz: setup
	SITREP_ROOMS=$(MEMORY_ROOMS) WATCHED='$(WATCHED)' Tests/Fuzz/run '$(SECONDS)' '$(TARGET)'

lint:
	swift format lint --strict -r Sources Tests Package.swift
	Tests/Structure/arrows

# Records the expected screens anew, and fails: look at the difference before you commit it.
screens: setup-tests
	-SITREP_RECORD_SCREENS=1 swift test --disable-xctest $(FLAGS) --filter 'DashboardTests|ScreenTests'
	git --no-pager diff --stat -- Tests
	@echo "the screens are recorded; look at each difference (git diff Tests), then run make test" >&2
	@exit 1

# A simulated week of reloads, faults, keys and resizes in one process; then the real board in a real terminal.
soak: setup
	swift run -c release $(FLAGS) Soak Fixtures/demo

MINUTES = 60
soak-real: build
	Benchmarks/soak/real-board $$(swift build $(RELEASE) --show-bin-path)/sitrep Fixtures/demo $(MINUTES)

# Everything that can happen to a board, at once, for so many seconds, by a seed that it names: make chaos SECONDS=600.
SEED =
chaos: setup-tests build
	Benchmarks/soak/chaos $$(swift build $(RELEASE) --show-bin-path)/sitrep $(or $(SECONDS),600) $(SEED)

# The instructions that fixed jobs take, against the committed figures; needs valgrind. RECORD=--record replaces them.
RECORD =
cost: setup-tests build
	Benchmarks/cost/run "$$(swift build $(RELEASE) --show-bin-path)/sitrep" $(RECORD)

# The rooms with threads under the thread sanitizer, those that touch memory themselves under the address sanitizer; others
# where they are named: make sanitize THREAD_ROOMS=Dashboard,EndToEnd. What is found ends the test, and the run. The runner
# of tests leaks, so leaks are not looked for.
THREAD_ROOMS = Feeds,Terminal
MEMORY_ROOMS = Extracts,Feeds,Settings,Terminal
THREADS = $(FLAGS) --scratch-path .build/thread --sanitize=thread
# Watched for coverage as well, for make fuzz.
WATCHED = $(FLAGS) --scratch-path .build/address --sanitize=address -Xcc -fsanitize=fuzzer-no-link \
  -Xcxx -fsanitize=fuzzer-no-link \
  -Xswiftc -sanitize-coverage=edge,indirect-calls,trace-cmp,inline-8bit-counters,pc-table
sanitize: setup-tests
	SITREP_ROOMS=$(THREAD_ROOMS) TSAN_OPTIONS=halt_on_error=1 SWIFT_BACKTRACE=enable=no \
	  swift test --disable-xctest $(THREADS)
	SITREP_ROOMS=$(MEMORY_ROOMS) ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no \
	  swift test --disable-xctest $(WATCHED)

clean:
	swift package clean

setup:
	@command -v swift >/dev/null || { echo "sitrep needs the Swift toolchain, 6.3 or later: https://www.swift.org/install" >&2; exit 1; }
	$(call install,$(LIBRARIES))

setup-tests: setup
	$(call install,$(TOOLS))
