# SPDX-License-Identifier: MIT
# GNU make. Goals: all check stress check-peers lint asan coverage fuzz bench install uninstall clean
#   make asan check      the tests with the sanitizers' build
#   FUZZ_SECONDS=60      how long `make fuzz` spends on each parser

VERSION = 0.1.0
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share/par-tools
BASHDIR = $(PREFIX)/share/bash-completion/completions
FUZZ_SECONDS ?= 10

FLAVOUR := $(or $(firstword $(filter asan coverage fuzz,$(MAKECMDGOALS))),release)
BUILD = .build/$(FLAVOUR)
BIN = $(if $(filter release,$(FLAVOUR)),bin,$(BUILD)/bin)

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2
HARDEN = -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
CFLAGS_release = $(HARDEN)
LDFLAGS_release = -pie -Wl,-z,relro,-z,now
CFLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DPAR_MALLOC
LDFLAGS_asan = -fsanitize=address,undefined
CFLAGS_coverage = -O0 -g --coverage
LDFLAGS_coverage = --coverage
CFLAGS_fuzz = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -DPAR_MALLOC
LDFLAGS_fuzz = -fsanitize=fuzzer,address,undefined
CFLAGS ?= $(CFLAGS_$(FLAVOUR))
LDFLAGS ?= $(LDFLAGS_$(FLAVOUR))
COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -DPAR_VERSION='"$(VERSION)"' $(WARNINGS) -Ilib $(CFLAGS)
LIBS = -lyaml -lcsv -lutf8proc -lmd -lm
# Only par-import reads documents; the tests that do link the same.
DOCUMENT_LIBS = -lexpat -lzip -lxml2
XML2_FLAGS := $(shell pkg-config --cflags libxml-2.0 2>/dev/null || echo -I/usr/include/libxml2)

BANDS = base form time data read import duty front
SOURCES := $(wildcard $(BANDS:%=lib/%/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
TOOLS := $(patsubst src/%.c,%,$(wildcard src/par-*.c))
UNITS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*_test.c))
FUZZED := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/fuzz/*.c))
MANUALS := $(wildcard man/*.1 man/*.5 man/*.7)
ARCHIVE = $(BUILD)/par.a

all: $(TOOLS:%=$(BIN)/%)

$(BUILD)/lib/read/%.o: CFLAGS += $(XML2_FLAGS)
$(BIN)/par-import: LIBS += $(DOCUMENT_LIBS)
$(BUILD)/tests/%: LIBS += -Wl,--as-needed $(DOCUMENT_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c $< -o $@

$(ARCHIVE): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BIN)/%: $(BUILD)/src/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(CFLAGS) $^ $(LIBS) -o $@

$(BUILD)/tests/%: tests/%.c tests/check.h $(ARCHIVE)
	@mkdir -p $(@D)
	$(COMPILE) $(LDFLAGS) -Itests $< $(ARCHIVE) $(LIBS) -o $@

units: $(UNITS)

check: all units $(BUILD)/tests/probe $(BUILD)/tests/showgrid
	@PAR_BIN="$(CURDIR)/$(BIN)" PAR_BUILD="$(CURDIR)/$(BUILD)" sh tests/run.sh

# What needs a browser or other programs; each part is skipped where its program is absent.
check-peers: all units
	@PAR_BIN="$(CURDIR)/$(BIN)" PAR_BUILD="$(CURDIR)/$(BUILD)" CC="$(CC)" sh tests/peers.sh

$(BUILD)/tests/probe: tests/probe.c $(ARCHIVE)
	@mkdir -p $(@D)
	$(COMPILE) $(LDFLAGS) $< $(ARCHIVE) $(LIBS) -o $@

# Eight writers of 5,000 events each, some killed at any moment; `make check` runs 200 each.
STRESS_EVENTS ?= 5000
stress: all
	PATH="$(CURDIR)/$(BIN):$$PATH" PAR_LANG=en python3 tests/stress/writers.py 8 $(STRESS_EVENTS)

asan: all units

coverage: check
	@sh tests/coverage.sh $(BUILD)

lint:
	@XML2_FLAGS="$(XML2_FLAGS)" sh tests/lint.sh

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c tests/fuzz/zipped.h $(ARCHIVE)
	@mkdir -p $(@D)
	$(COMPILE) $(LDFLAGS) -Itests $< $(ARCHIVE) $(LIBS) -o $@

# libFuzzer is clang's.
fuzz: CC = clang
fuzz: $(FUZZED)
	@FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/fuzz.sh $(FUZZED)

bench: all
	@PAR_BIN="$(CURDIR)/$(BIN)" CC="$(CC)" LIBS="$(LIBS)" DOCUMENT_LIBS="$(DOCUMENT_LIBS)" sh tests/bench/run.sh

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(BASHDIR) $(DESTDIR)$(DATADIR)/plans
	install -m 755 $(TOOLS:%=$(BIN)/%) $(DESTDIR)$(BINDIR)
	for page in $(MANUALS); do \
		d=$(DESTDIR)$(MANDIR)/man$${page##*.}; \
		install -d $$d && install -m 644 $$page $$d || exit 1; \
	done
	install -m 644 bin/completion.bash $(DESTDIR)$(BASHDIR)/par-due
	for tool in $(filter-out par-due,$(TOOLS)); do \
		ln -sf par-due $(DESTDIR)$(BASHDIR)/$$tool || exit 1; \
	done
	cp -R plans/. $(DESTDIR)$(DATADIR)/plans/

uninstall:
	rm -f $(TOOLS:%=$(DESTDIR)$(BINDIR)/%) $(TOOLS:%=$(DESTDIR)$(BASHDIR)/%)
	for page in $(MANUALS); do \
		rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$${page#man/}; \
	done
	rm -rf $(DESTDIR)$(DATADIR)

clean:
	rm -rf .build $(TOOLS:%=bin/%)

.PHONY: all units check stress check-peers asan coverage lint fuzz bench install uninstall clean
.SECONDARY:

-include $(OBJECTS:.o=.d) $(TOOLS:%=$(BUILD)/src/%.d)
